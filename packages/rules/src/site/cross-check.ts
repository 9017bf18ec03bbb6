/** What a schema cannot see: names that must be found elsewhere in the file. */
import type { ClauseSource } from "./clause-schema.ts";
import { askedPurposes, knownPurposes } from "./purposes.ts";
import type { Site } from "./schema.ts";
import { mentions, orderSegments } from "./segment-order.ts";
import { LAST_STAGE, STAGES } from "./stages.ts";
import { TEXTS, textsOf } from "./texts.ts";
import { list, nearest, type SiteIssue } from "./words.ts";

/** Faults of a file whose shape is right. */
export function crossCheck(site: Site): SiteIssue[] {
  const parts = [clauses, rings, services, purposes, cookie, languages];
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
        ? unknown(path, "segment", name, Object.keys(site.segments), "define it under segments")
        : [{ path, value: name, message: "a stage cannot read a segment", mend: "write the segment's condition here" }],
    ),
    ...mentions(clause, "stage", clausePath).flatMap(({ path, name }) =>
      stages.length
        ? unknown(path, "stage", name, stages, `use one of ${list(stages)}`)
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

function services(site: Site): SiteIssue[] {
  return Object.entries(site.services).flatMap(([id, { purpose }]) => {
    const path = `services.${id}.purpose`;
    if (site.purposes[purpose] === false) {
      return [
        {
          path,
          value: purpose,
          message: `"${purpose}" is switched off under purposes`,
          mend: "ask for it, or take the service out",
        },
      ];
    }
    return unknown(path, "purpose", purpose, knownPurposes(site), "define it under purposes");
  });
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

/** Languages that ship without texts must bring all of theirs. */
function languages(site: Site): SiteIssue[] {
  return site.languages.flatMap((tag, index) => {
    if (TEXTS[tag.split("-")[0] ?? ""]) return [];
    const own: Record<string, unknown> = site.texts[tag] ?? {};
    const missing = Object.keys(textsOf("en").texts).filter((key) => own[key] === undefined);
    if (!missing.length) return [];
    const mend = `ship with Ghostlight: ${list(Object.keys(TEXTS))}; for "${tag}", add ${list(missing)} under texts.${tag}`;
    return [{ path: `languages.${index}`, value: tag, message: `there are no texts for "${tag}"`, mend }];
  });
}

function unknown(path: string, kind: string, name: string, known: readonly string[], otherwise: string): SiteIssue[] {
  if (known.includes(name)) return [];
  const near = nearest(name, known);
  return [
    { path, value: name, message: `there is no ${kind} "${name}"`, mend: near ? `did you mean "${near}"?` : otherwise },
  ];
}
