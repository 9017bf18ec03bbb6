/** Warns of what nobody can ever be in. */
import { LAST_STAGE } from "../compile-rules.ts";
import { rulesOf } from "../rules.ts";
import type { Site } from "../schema.ts";
import type { SiteIssue } from "../words.ts";
import { implies } from "./implies.ts";
import { verdictOf } from "./verdict.ts";

export function warnOfReach(site: Site): SiteIssue[] {
  const { stages, segments } = rulesOf(site);
  return [...neverIn(site, segments), ...unreachable(stages, segments)];
}

type Rules = ReturnType<typeof rulesOf>;

function neverIn(site: Site, segments: Rules["segments"]): SiteIssue[] {
  const own = Object.keys(site.segments).flatMap((id) => {
    const rule = segments[id];
    return rule ? [{ path: `segments.${id}.if`, clause: rule.if, what: `nobody can ever be in "${id}"` }] : [];
  });
  const shown = Object.entries(site.experiences).map(([id, one]) => ({
    path: `experiences.${id}.if`,
    clause: one.if,
    what: `nobody can ever see "${id}"`,
  }));
  return [...own, ...shown].flatMap(({ path, clause, what }): SiteIssue[] =>
    verdictOf(clause, segments) === "never"
      ? [{ path, message: what, mend: "its conditions exclude one another: loosen one of them" }]
      : [],
  );
}

function unreachable(stages: Rules["stages"], segments: Rules["segments"]): SiteIssue[] {
  const all = [...stages.map(([id, rule]) => ({ id, clause: rule.if })), { id: LAST_STAGE, clause: undefined }];
  return all.flatMap(({ id, clause }, place): SiteIssue[] => {
    const path = `stages.${id}`;
    if (clause && verdictOf(clause, segments) === "never") {
      return [{ path, message: `nobody can ever be in the stage "${id}"`, mend: "its conditions exclude one another" }];
    }
    const before = all.slice(0, place).find((earlier) => {
      if (!earlier.clause) return false;
      return verdictOf(earlier.clause, segments) === "always" || (clause && implies(clause, earlier.clause));
    });
    if (!before) return [];
    const message = `nobody can ever be in the stage "${id}": whoever could is in "${before.id}", which comes before it`;
    return [{ path, message, mend: "change one of their conditions, or their order" }];
  });
}
