/** Whether every name that a clause reads is one that there is, and no segment reads itself. */
import { affinitiesOf } from "./affinities.ts";
import { factMentions, type Mention, mentions } from "./clause/mentions.ts";
import { LAST_STAGE } from "./compile-rules.ts";
import { knownPurposes } from "./purposes.ts";
import { segmentsOf } from "./rules.ts";
import type { Site } from "./schema.ts";
import { orderSegments } from "./segment-order.ts";
import { stagesOf } from "./stages.ts";
import { list, type SiteIssue, unknownName } from "./words.ts";
import { clausesOf } from "./written-clauses.ts";

export function checkClauses(site: Site): SiteIssue[] {
  const stages = [...stagesOf(site).map(([id]) => id), LAST_STAGE];
  const segments = Object.keys(segmentsOf(site));
  const affinities = Object.keys(affinitiesOf(site));
  const purposes = knownPurposes(site);
  return clausesOf(site).flatMap(({ path, clause, place }) => [
    ...(place === "stage"
      ? inStage(clause, path)
      : [
          ...unknown(mentions(clause, "segment", path), "segment", segments, "define it under segments"),
          ...unknown(mentions(clause, "stage", path), "stage", stages, `use one of ${list(stages)}`),
        ]),
    ...unknown(mentions(clause, "affinity", path), "affinity", affinities, "define it under affinities"),
    ...unknown(mentions(clause, "consent", path), "purpose", purposes, "define it under purposes"),
  ]);
}

function unknown(found: readonly Mention[], kind: string, known: readonly string[], otherwise: string): SiteIssue[] {
  return found.flatMap(({ path, name }) => unknownName(path, kind, name, known, otherwise));
}

/** Segments read stages, so that a stage that read either could read itself. */
function inStage(clause: Parameters<typeof mentions>[0], path: string): SiteIssue[] {
  const stages = [
    ...mentions(clause, "stage", path),
    ...factMentions(clause, path).filter(({ name }) => name === "stage"),
  ];
  return [
    ...mentions(clause, "segment", path).map(({ path: at, name }) => ({
      path: at,
      value: name,
      message: "a stage cannot read a segment",
      mend: "write the segment's condition here",
    })),
    ...stages.map(({ path: at, name }) => ({
      path: at,
      value: name,
      message: "a stage cannot read a stage",
      mend: "write a condition on events",
    })),
  ];
}

export function checkRings(site: Site): SiteIssue[] {
  const sorted = orderSegments(segmentsOf(site));
  if (sorted.ok) return [];
  const ring = sorted.ring.join(" → ");
  return [
    { path: `segments.${sorted.ring[0]}.if`, message: `segments read one another: ${ring}`, mend: "break the ring" },
  ];
}
