/** All rules of a site in one place: what ships with Ghostlight and what the owner wrote. */
import { affinitiesOf } from "./affinities.ts";
import type { RuleSource } from "./clause/source.ts";
import type { FactSource, RulesSource } from "./compile-rules.ts";
import type { Site } from "./schema.ts";
import { SHIPPED_FACTS, shippedSegments, wakesOf } from "./shipped-segments.ts";
import { ruleOf, stagesOf } from "./stages.ts";

export function rulesOf(site: Site): RulesSource {
  return {
    stages: stagesOf(site),
    segments: segmentsOf(site),
    audiences: Object.values(site.experiences).map((one) => one.if),
    affinities: affinitiesOf(site),
    facts: factsOf(site),
    wakes: wakesOf(site),
    revenue: site.revenue,
    sizes: site.valueSizes,
  };
}

/** The shipped ones that are not switched off, then the site's own. */
export function segmentsOf(site: Site): Readonly<Record<string, RuleSource>> {
  const own = Object.entries(site.segments).flatMap(([id, segment]): [string, RuleSource][] =>
    segment ? [[id, ruleOf(segment)]] : [],
  );
  const shipped = Object.entries(shippedSegments(site)).filter(([id]) => site.segments[id] !== false);
  return { ...Object.fromEntries(shipped), ...Object.fromEntries(own) };
}

/** Those that ship, and in their place or beside them the site's own. */
function factsOf(site: Site): Readonly<Record<string, FactSource>> {
  const own = Object.entries(site.facts).map(([id, fact]): [string, FactSource] => [id, defined(fact)]);
  return { ...SHIPPED_FACTS, ...Object.fromEntries(own) };
}

/** Without the keys that were left out. */
function defined<Fact extends object>(fact: Fact): FactSource {
  return Object.fromEntries(Object.entries(fact).filter(([, value]) => value !== undefined)) as unknown as FactSource;
}
