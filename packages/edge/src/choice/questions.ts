/** What a site asks and what its services leave, as far as the cookies of its visitors need it. */
import { type Choice, type EntryPart, isAlive, lifeOf, parseChoice, type Regime } from "@ghostlight/rules";
import { compileClean, compileEntry, type Site } from "@ghostlight/rules/site";

export interface Questions extends Pick<EntryPart, "revision" | "purposes" | "services" | "domain"> {
  /** Days that an answer is kept, from its day on. */
  readonly days: number;
  /** Exact names of the cookies that each service leaves, by its id. */
  readonly cookies: ReadonlyMap<string, readonly string[]>;
}

export function questionsOf(site: Site, regime: Regime): Questions {
  const entry = compileEntry(site, {}, regime);
  const clean = compileClean(site);
  const { revision, purposes, services, domain } = entry;
  const exact = Object.entries(clean.traces).map(([id, traces]) => {
    const names = traces.filter(({ kind, name }) => kind === "cookie" && !name.includes("*")).map(({ name }) => name);
    return [id, names] as const;
  });
  const days = lifeOf(entry);
  return { revision, purposes, services, days, cookies: new Map(exact), ...(domain !== undefined && { domain }) };
}

/**
 * A choice as the page writes it, where it answers this site's questions and still counts; without answers to services
 * that the site does not have for that purpose. `now` in ms.
 */
export function readChoice(
  text: string | undefined,
  { revision, purposes, services, days }: Questions,
  now: number,
): Choice | undefined {
  const choice = parseChoice(text ?? "");
  const fits =
    choice !== undefined &&
    choice.revision === revision &&
    isAlive(choice, days, now) &&
    Object.keys(choice.answers).every((purpose) => purposes.includes(purpose));
  return fits ? { ...choice, services: answeredServices(choice, services) } : undefined;
}

function answeredServices({ services }: Choice, known: Questions["services"]): Choice["services"] {
  const kept = Object.entries(services).map(([purpose, answers]) => {
    const counting = Object.entries(answers).filter(([id]) => known[id] === purpose);
    return [purpose, Object.fromEntries(counting)] as const;
  });
  return Object.fromEntries(kept.filter(([, answers]) => Object.keys(answers).length));
}
