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
}

/** ms of a day. */
const DAY = 86_400_000;

/** Whole days since 1970 at `now` (ms). */
export const dayOf = (now: number): number => Math.floor(now / DAY);

/** As the cookie has them: 0, 1 and 2. */
const ANSWERS: readonly Answer[] = [false, true, null];

/** `1.20778.0.analytics:1.marketing:0`: version, day, revision, answers. */
export function formatChoice({ day, revision, answers }: Choice): string {
  const pairs = Object.entries(answers).map(([purpose, yes]) => `${purpose}:${yes === null ? 2 : Number(yes)}`);
  return [1, day, revision, ...pairs].join(".");
}

/** Undoes {@link formatChoice}. Anything not written by it, even in part, is no choice. */
export function parseChoice(text: string | undefined): Choice | undefined {
  const [, day, revision, pairs] = /^1\.(\d{1,6})\.(\d{1,6})((?:\.[a-z][\w-]*:[012])+)$/.exec(text ?? "") ?? [];
  if (!pairs) return undefined;
  const answers = pairs
    .slice(1)
    .split(".")
    .map((pair) => [pair.slice(0, -2), ANSWERS[Number(pair.at(-1))] ?? null] as const);
  const choice = { day: Number(day), revision: Number(revision), answers: Object.fromEntries(answers) };
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
