/** What a schema cannot see: names that must be found elsewhere in the file. */

import { checkClauses, checkRings } from "./check-clauses.ts";
import { checkLanguages } from "./check-languages.ts";
import { checkLifecycle } from "./check-lifecycle.ts";
import { checkLooks } from "./check-looks.ts";
import { checkReach } from "./check-reach.ts";
import { checkRedact } from "./check-redact.ts";
import { checkServices } from "./check-services.ts";
import { COOKIE_BYTES, cookieBytes } from "./cookie-room.ts";
import { askedPurposes } from "./purposes.ts";
import type { Site } from "./schema.ts";
import { textsOf } from "./texts/languages.ts";
import type { SiteIssue } from "./words.ts";

/** Faults of a file whose shape is right. */
export function crossCheck(site: Site): SiteIssue[] {
  const parts = [
    checkClauses,
    checkRings,
    checkLifecycle,
    checkServices,
    purposes,
    cookie,
    checkReach,
    checkRedact,
    checkLooks,
    checkLanguages,
  ];
  return parts.flatMap((check) => check(site));
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
