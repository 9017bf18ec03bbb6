/** What a site asks and what its services leave, as far as the cookies of its visitors need it. */
import { type Choice, type EntryPart, isAlive, type Purpose, parseChoice, type Regime } from "@ghostlight/rules";
import { compileSite, type Site } from "@ghostlight/rules/site";
import type { Fault, FaultIssue } from "../errors.ts";

export interface Questions extends Pick<EntryPart, "revision" | "purposes" | "domain"> {
  /** Days that an answer is kept, from its day on. */
  readonly days: number;
  /** Exact names of the cookies that each purpose's services leave. */
  readonly cookies: ReadonlyMap<Purpose, readonly string[]>;
}

// As on the page: where the law opts everybody in, a no counts longer than a yes does elsewhere.
const REFUSAL_DAYS = 396;

export function questionsOf(site: Site, regime: Regime): Questions {
  const [language = ""] = site.languages;
  const { entry, clean } = compileSite(site, language, {}, regime);
  const { revision, purposes, grantDays, domain } = entry;
  const exact = Object.entries(clean.traces).map(([purpose, traces]) => {
    const names = traces.filter(({ kind, name }) => kind === "cookie" && !name.includes("*")).map(({ name }) => name);
    return [purpose, names] as const;
  });
  const days = regime === "opt-in" ? grantDays : REFUSAL_DAYS;
  return { revision, purposes, days, cookies: new Map(exact), ...(domain !== undefined && { domain }) };
}

export type Answer =
  /** `choice` is undefined where it is to be forgotten. */
  { readonly ok: true; readonly choice: Choice | undefined } | { readonly ok: false; readonly fault: Fault };

/** Reads a choice as the page writes it. Empty text forgets it. `now` in ms. */
export function readChoice(text: string, { revision, purposes, days }: Questions, now: number): Answer {
  if (text === "") return { ok: true, choice: undefined };
  const choice = parseChoice(text);
  if (choice === undefined) return refuse("it is not written as a choice");
  if (choice.revision !== revision)
    return refuse(`it answers revision ${choice.revision}, and the site asks ${revision}`);
  if (!isAlive(choice, days, now)) return refuse("its day is too long ago, or still to come");
  const strange = Object.keys(choice.answers).find((purpose) => !purposes.includes(purpose));
  return strange === undefined ? { ok: true, choice } : refuse(`the site does not ask for ${strange}`);
}

export type Deletions =
  | { readonly ok: true; readonly names: readonly string[] }
  | { readonly ok: false; readonly fault: Fault };

/**
 * Names of the cookies that go with the purposes of `clear` (`analytics,marketing`; null: none). What a purpose
 * that `choice` grants leaves too stays.
 */
export function readDeletions(
  clear: string | null,
  { purposes, cookies }: Questions,
  choice: Choice | undefined,
): Deletions {
  const wanted = (clear ?? "").split(",").filter(Boolean);
  const strange = wanted.find((purpose) => !purposes.includes(purpose));
  if (strange !== undefined) return refuse("the site does not ask for this purpose", "clear");
  const kept = new Set(
    purposes.filter((purpose) => choice?.answers[purpose]).flatMap((purpose) => cookies.get(purpose) ?? []),
  );
  const names = new Set(wanted.flatMap((purpose) => cookies.get(purpose) ?? []));
  return { ok: true, names: [...names].filter((name) => !kept.has(name)) };
}

function refuse(message: string, path = ""): { readonly ok: false; readonly fault: Fault } {
  const issues: FaultIssue[] = [{ path, message }];
  return {
    ok: false,
    fault: { status: 400, code: "bad_choice", message: "The choice does not fit the site.", issues },
  };
}
