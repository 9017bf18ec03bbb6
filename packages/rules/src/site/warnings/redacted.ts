/** Warns of rules that read what is taken out of events before any rule sees it, and of cards that travel. */
import type { Condition } from "../../condition/evaluate.ts";
import { isEventClause, leavesOf } from "../clause/visit.ts";
import { compileRedact, isSecret } from "../compile-redact.ts";
import type { Site } from "../schema.ts";
import type { SiteIssue } from "../words.ts";
import { clausesOf } from "../written-clauses.ts";

/** The path of a property, and where in the file it is read. */
type Read = readonly [place: string, property: string];

export function warnOfRedacted(site: Site): SiteIssue[] {
  const part = compileRedact(site);
  return [
    ...readOf(site).flatMap(([path, property]): SiteIssue[] => {
      const secret = property.split(".").find((name) => isSecret(name, part));
      if (secret === undefined) return [];
      const message = `values of "${secret}" are redacted before any rule sees them`;
      const mend = `read something else, or, where they are no secret, add "${secret}" to redact.keep`;
      return [{ path, value: property, message, mend }];
    }),
    ...cards(site),
  ];
}

function cards({ redact }: Site): SiteIssue[] {
  if (redact.cards) return [];
  const message = "numbers of payment cards leave the browser, so whatever keeps the events has to meet PCI DSS";
  return [{ path: "redact.cards", value: false, message, mend: "take this line out" }];
}

function readOf(site: Site): Read[] {
  const facts = Object.entries(site.facts).flatMap(([id, { event: _, where = {}, ...measures }]) => [
    ...inCondition(where, `facts.${id}.where`),
    ...Object.entries(measures).map(([measure, property = ""]): Read => [`facts.${id}.${measure}`, property]),
  ]);
  const liked = Object.entries(site.affinities).map(
    ([id, one]): Read => [`affinities.${id}`, one ? (one.of ?? id) : id],
  );
  return [...clausesOf(site).flatMap(inClause), ...facts, ...liked];
}

function inClause({ clause, path }: ReturnType<typeof clausesOf>[number]): Read[] {
  return leavesOf(clause, path).flatMap(({ path: at, leaf }): Read[] => {
    if (!isEventClause(leaf)) return [];
    const measured = (["sum", "distinct"] as const).flatMap((measure) =>
      Object.keys(leaf[measure] ?? {}).map((property): Read => [`${at}.${measure}.${property}`, property]),
    );
    const steps = (["then", "without"] as const).flatMap((step) =>
      inCondition(leaf[step]?.where ?? {}, `${at}.${step}.where`),
    );
    return [...inCondition(leaf.where ?? {}, `${at}.where`), ...steps, ...measured];
  });
}

function inCondition(condition: unknown, path: string): Read[] {
  if (typeof condition !== "object" || condition === null) return [];
  return Object.entries(condition as Condition).flatMap(([key, value]): Read[] => [
    ...(/^[$\d]/.test(key) ? [] : [[`${path}.${key}`, key] as const]),
    ...inCondition(value, `${path}.${key}`),
  ]);
}
