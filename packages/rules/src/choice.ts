/** The visitor's decisions as data, and as the text of one small cookie that says nothing about who they are. */
import type { EntryPart, Purpose } from "./contract.ts";

/** Yes, no, or null: told of it, and not objected, which is no yes where one is needed. */
export type Answer = boolean | null;

export interface Choice {
  /** Day of the choice, in whole days since 1970: an exact time could tell visitors apart. */
  readonly day: number;
  /** Revision of the questions that were answered. */
  readonly revision: number;
  /** For each purpose that was asked. */
  readonly answers: Readonly<Record<Purpose, Answer>>;
  /**
   * Services that were answered otherwise than their purpose, by the purpose they were answered under: where that has
   * changed since, it was another question.
   */
  readonly services: Readonly<Record<Purpose, ServiceAnswers>>;
  /**
   * Whether the browser sent Global Privacy Control as it was made. Only then a yes to what is sold outdoes the signal: one
   * from before does not (11 CCR § 7025(c)(4)).
   */
  readonly gpc: boolean;
}

/** Yes or no by the id of a service. */
export type ServiceAnswers = Readonly<Record<string, boolean>>;

/** ms of a day. */
const DAY = 86_400_000;

/** Whole days since 1970 at `now` (ms). */
export const dayOf = (now: number): number => Math.floor(now / DAY);

/** As the cookie has them: 0, 1 and 2. */
const ANSWERS: readonly Answer[] = [false, true, null];

/**
 * `1.20778.0.analytics:1.marketing:0`: version, day, revision, answers. With services it is
 * `2.20778.0.analytics:1~matomo:0.marketing~pixel:1!`, whose end is marked: cut short, it would lose a no. Versions 3 and 4
 * are these two where the browser sent Global Privacy Control.
 */
export function formatChoice({ day, revision, answers, services, gpc }: Choice): string {
  const groups = Object.keys({ ...answers, ...services }).map((purpose) =>
    [[purpose, answers[purpose]] as const, ...Object.entries(services[purpose] ?? {})]
      .map(([id, answer]) => (answer === undefined ? id : `${id}:${ANSWERS.indexOf(answer)}`))
      .join("~"),
  );
  const text = [day, revision, ...groups].join(".");
  const version = gpc ? 3 : 1;
  return text.includes("~") ? `${version + 1}.${text}!` : `${version}.${text}`;
}

/** Undoes {@link formatChoice}. Anything not written by it, even in part, is no choice. */
export function parseChoice(text: string): Choice | undefined {
  // What it looks like from afar; the rest comes out as the text is written again.
  const [, day, revision, groups] = /^.\.(\d{1,6})\.(\d{1,6})\.([a-z][^!]+)/.exec(text) ?? [];
  if (!groups) return undefined;
  const answers: Record<Purpose, Answer> = {};
  const services: Record<Purpose, ServiceAnswers> = {};
  for (const group of groups.split(".")) {
    const [[purpose = "", answer] = [], ...others] = group.split("~").map((pair) => pair.split(":"));
    if (answer) answers[purpose] = ANSWERS[Number(answer)] ?? null;
    if (others[0]) services[purpose] = Object.fromEntries(others.map(([id, yes]) => [id, yes === "1"]));
  }
  const choice = { day: Number(day), revision: Number(revision), answers, services, gpc: text > "3" };
  return formatChoice(choice) === text ? choice : undefined;
}

/** Whether a choice has not run out. One from tomorrow has: it was not made here. */
export function isAlive(choice: Choice, grantDays: number, now: number): boolean {
  const age = dayOf(now) - choice.day;
  return age >= 0 && age < grantDays;
}

/** Days that a no counts where the law opts everybody in: a year at least has to pass before one is asked again. */
const REFUSAL_DAYS = 396;

/** Days that an answer is kept, from its day on. */
export function lifeOf({ regime, grantDays }: Pick<EntryPart, "regime" | "grantDays">): number {
  return regime === "opt-in" ? grantDays : REFUSAL_DAYS;
}
