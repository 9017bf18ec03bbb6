/** Warns of names that clauses read and nobody gives: purposes, channels, facts, baselines, events. */
import { factsThatShip } from "../built-in-facts.ts";
import { factMentions, mentions } from "../clause/mentions.ts";
import { eventsOf, isEventClause, leavesOf } from "../clause/visit.ts";
import { askedPurposes } from "../purposes.ts";
import type { Site } from "../schema.ts";
import { SHIPPED_FACTS } from "../shipped-segments.ts";
import { list, nearest, type SiteIssue } from "../words.ts";
import { clausesOf, type Written } from "../written-clauses.ts";
import { SPEC_EVENTS } from "./spec-events.ts";

export function warnOfNames(site: Site): SiteIssue[] {
  const written = clausesOf(site);
  return written.flatMap((one) => [
    ...purposes(one, site),
    ...channels(one, site),
    ...facts(one, site),
    ...lifts(one, site),
    ...events(one),
  ]);
}

function purposes({ clause, path }: Written, site: Site): SiteIssue[] {
  return mentions(clause, "consent", path).flatMap(({ path: at, name }): SiteIssue[] => {
    const asked = askedPurposes(site);
    if (name === "necessary") {
      return [{ path: at, value: name, message: '"necessary" is always granted', mend: "take this clause out" }];
    }
    if (asked.includes(name)) return [];
    const message = `nobody is asked about "${name}", so it is never granted`;
    return [{ path: at, value: name, message, mend: `ask for it under purposes, or use one of ${list(asked)}` }];
  });
}

function channels({ clause, path }: Written, { channels }: Site): SiteIssue[] {
  return mentions(clause, "channel", path).flatMap(({ path: at, name }): SiteIssue[] => {
    if (channels.some((one) => one === name)) return [];
    const message = `the site does not use "${name}", so nobody can be reached there`;
    return [{ path: at, value: name, message, mend: `add "${name}" to channels, or take this clause out` }];
  });
}

function facts({ clause, path }: Written, site: Site): SiteIssue[] {
  const known = [...Object.keys(site.facts), ...Object.keys(SHIPPED_FACTS), ...factsThatShip];
  return factMentions(clause, path).flatMap(({ path: at, name }): SiteIssue[] => {
    if (known.includes(name)) return [];
    const near = nearest(name, known);
    const mend = near ? `did you mean "${near}"?` : "define it under facts";
    return [{ path: at, value: name, message: `there is no fact "${name}", so it has no value`, mend }];
  });
}

function lifts({ clause, path }: Written, { affinities }: Site): SiteIssue[] {
  return leavesOf(clause, path).flatMap(({ path: at, leaf }): SiteIssue[] => {
    if (!("affinity" in leaf) || !leaf.lift) return [];
    const own = affinities[leaf.affinity];
    if (own && Object.hasOwn(own.baseline ?? {}, leaf.of)) return [];
    const message = `there is no baseline for "${leaf.of}", so nothing is known to be above it`;
    return [{ path: `${at}.lift`, message, mend: `add it under affinities.${leaf.affinity}.baseline` }];
  });
}

/** A name of the Segment spec in another spelling is another name. */
function events({ clause, path }: Written): SiteIssue[] {
  return leavesOf(clause, path).flatMap(({ path: at, leaf }) => {
    if (!isEventClause(leaf)) return [];
    return eventsOf(leaf).flatMap((name): SiteIssue[] => {
      const meant = SPEC_EVENTS.find((known) => bare(known) === bare(name));
      if (meant === undefined || meant === name) return [];
      const message = `"${name}" is not spelled as in the Segment spec`;
      return [{ path: at, value: name, message, mend: `write "${meant}", unless the page tracks it like this` }];
    });
  });
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}
