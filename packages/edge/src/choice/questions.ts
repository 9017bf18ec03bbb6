/** What a site asks and what its services leave, as far as the cookies of its visitors need it. */
import {
  type Choice,
  type EntryPart,
  isAlive,
  lifeOf,
  type Purpose,
  parseChoice,
  type Regime,
} from "@ghostlight/rules";
import { compileSite, type Site } from "@ghostlight/rules/site";

export interface Questions extends Pick<EntryPart, "revision" | "purposes" | "domain"> {
  /** Days that an answer is kept, from its day on. */
  readonly days: number;
  /** Exact names of the cookies that each purpose's services leave. */
  readonly cookies: ReadonlyMap<Purpose, readonly string[]>;
}

export function questionsOf(site: Site, regime: Regime): Questions {
  const [language = ""] = site.languages;
  const { entry, clean } = compileSite(site, language, {}, regime);
  const { revision, purposes, domain } = entry;
  const exact = Object.entries(clean.traces).map(([purpose, traces]) => {
    const names = traces.filter(({ kind, name }) => kind === "cookie" && !name.includes("*")).map(({ name }) => name);
    return [purpose, names] as const;
  });
  return { revision, purposes, days: lifeOf(entry), cookies: new Map(exact), ...(domain !== undefined && { domain }) };
}

/** A choice as the page writes it, where it answers this site's questions and still counts. `now` in ms. */
export function readChoice(
  text: string | undefined,
  { revision, purposes, days }: Questions,
  now: number,
): Choice | undefined {
  const choice = parseChoice(text);
  const fits =
    choice !== undefined &&
    choice.revision === revision &&
    isAlive(choice, days, now) &&
    Object.keys(choice.answers).every((purpose) => purposes.includes(purpose));
  return fits ? choice : undefined;
}
