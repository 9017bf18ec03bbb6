/** What a schema cannot see: names that must be found elsewhere in the file. */

import { checkLanguages } from "./check-languages.ts";
import { checkLooks } from "./check-looks.ts";
import { checkReach } from "./check-reach.ts";
import { checkServices } from "./check-services.ts";
import type { ClauseSource } from "./clause-schema.ts";
import { askedPurposes } from "./purposes.ts";
import type { Site } from "./schema.ts";
import { mentions, orderSegments } from "./segment-order.ts";
import { LAST_STAGE, STAGES } from "./stages.ts";
import { textsOf } from "./texts/languages.ts";
import { list, type SiteIssue, unknownName } from "./words.ts";

/** Faults of a file whose shape is right. */
export function crossCheck(site: Site): SiteIssue[] {
  const parts = [clauses, rings, checkServices, purposes, cookie, checkReach, checkLooks, checkLanguages];
  return parts.flatMap((check) => check(site));
}

function clauses(site: Site): SiteIssue[] {
  const written: [path: string, clause: ClauseSource, stages: readonly string[]][] = [
    ...Object.entries(site.stages).flatMap(([id, clause]): typeof written =>
      clause ? [[`stages.${id}`, clause, []]] : [],
    ),
    ...Object.entries(site.segments).map(([id, segment]): (typeof written)[0] => [
      `segments.${id}.if`,
      segment.if,
      ALL_STAGES,
    ]),
    ...Object.entries(site.experiences).map(([id, one]): (typeof written)[0] => [
      `experiences.${id}.if`,
      one.if,
      ALL_STAGES,
    ]),
  ];
  return written.flatMap(([clausePath, clause, stages]) => [
    ...mentions(clause, "segment", clausePath).flatMap(({ path, name }) =>
      stages.length
        ? unknownName(path, "segment", name, Object.keys(site.segments), "define it under segments")
        : [{ path, value: name, message: "a stage cannot read a segment", mend: "write the segment's condition here" }],
    ),
    ...mentions(clause, "stage", clausePath).flatMap(({ path, name }) =>
      stages.length
        ? unknownName(path, "stage", name, stages, `use one of ${list(stages)}`)
        : [{ path, value: name, message: "a stage cannot read a stage", mend: "write a condition on events" }],
    ),
  ]);
}

const ALL_STAGES = [...STAGES, LAST_STAGE];

function rings(site: Site): SiteIssue[] {
  const sorted = orderSegments(site.segments);
  if (sorted.ok) return [];
  const ring = sorted.ring.join(" → ");
  return [
    { path: `segments.${sorted.ring[0]}.if`, message: `segments read one another: ${ring}`, mend: "break the ring" },
  ];
}

/** A purpose that does not ship with Ghostlight has no words but the site's. */
function purposes(site: Site): SiteIssue[] {
  return Object.entries(site.purposes).flatMap(([id, purpose]) => {
    if (id === "necessary") {
      return [
        { path: "purposes.necessary", value: purpose, message: '"necessary" is never asked', mend: "take it out" },
      ];
    }
    if (purpose === false || textsOf("en").purposes[id]) return [];
    const missing = (["name", "text"] as const).filter((key) => purpose[key] === undefined);
    return missing.map((key) => ({
      path: `purposes.${id}.${key}`,
      message: `"${id}" is the site's own purpose and has no ${key}`,
      mend: `add "${key}"`,
    }));
  });
}

/** Bytes that the choice cookie may have, with its name. */
const COOKIE_BYTES = 300;

/** Its name, version, day and revision at their longest: what is left is for the answers. */
const COOKIE_FRAME = "ghostlight=1.999999.999999".length;

function cookie(site: Site): SiteIssue[] {
  const asked = askedPurposes(site);
  const bytes = asked.reduce((sum, id) => sum + `.${id}:1`.length, COOKIE_FRAME);
  if (bytes <= COOKIE_BYTES) return [];
  const message = `the answers to ${asked.length} purposes need a cookie of ${bytes} bytes; it may have ${COOKIE_BYTES}`;
  return [{ path: "purposes", value: asked, message, mend: "ask for fewer purposes, or give them shorter ids" }];
}
