/** What a schema cannot see: names that must be found elsewhere in the file. */

import { checkLanguages } from "./check-languages.ts";
import { checkLooks } from "./check-looks.ts";
import { checkReach } from "./check-reach.ts";
import { checkServices } from "./check-services.ts";
import type { ClauseSource } from "./clause-schema.ts";
import { COOKIE_BYTES, cookieBytes, hasSwitches, switchableServices } from "./cookie-room.ts";
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

function cookie(site: Site): SiteIssue[] {
  const asked = askedPurposes(site);
  const bytes = cookieBytes(asked, []);
  if (bytes <= COOKIE_BYTES) return [];
  const message = `the answers to ${asked.length} purposes need a cookie of ${bytes} bytes; it may have ${COOKIE_BYTES}`;
  return [{ path: "purposes", value: asked, message, mend: "ask for fewer purposes, or give them shorter ids" }];
}

/** What is right, but comes with something that its owner may not expect. */
export function warningsOf(site: Site): SiteIssue[] {
  if (hasSwitches(site)) return [];
  const services = switchableServices(site);
  const bytes = cookieBytes(askedPurposes(site), services);
  const message = [
    `visitors can answer by purpose only, not by service: the answers to ${services.length} services`,
    `may need a cookie of ${bytes} bytes; it may have ${COOKIE_BYTES}`,
  ].join(" ");
  const ids = services.map(({ id }) => id);
  return [{ path: "services", value: ids, message, mend: "give services and purposes shorter ids, or leave it so" }];
}
