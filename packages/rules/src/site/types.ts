/** The names of a site as TypeScript, so that an editor knows them. */
import { compileRules, LAST_STAGE } from "./compile-rules.ts";
import { askedPurposes } from "./purposes.ts";
import { rulesOf } from "./rules.ts";
import type { Site } from "./schema.ts";

/** Text of a `.d.ts` that tells the package `ghostlight` which names this site has; equal sites, equal texts. */
export function typesOf(site: Site): string {
  const rules = rulesOf(site);
  const { plan } = compileRules(rules);
  const weighed = Object.values(rules.affinities).flatMap(({ weights }) => Object.keys(weights));
  const names: Readonly<Record<string, { about: string; names: readonly string[] }>> = {
    event: {
      about: "Events that the rules speak of; others may be tracked, too.",
      names: [...Object.keys(plan.events), ...weighed, ...plan.wakes].sort(),
    },
    stage: { about: "In order of priority.", names: [...rules.stages.map(([id]) => id), LAST_STAGE] },
    segment: { about: "Shipped ones and the site's own.", names: Object.keys(rules.segments).sort() },
    slot: { about: "Values of data-gl-slot.", names: Object.values(site.experiences).map(({ slot }) => slot) },
    experience: { about: "What is shown to whom.", names: Object.keys(site.experiences) },
    purpose: { about: "What visitors are asked about.", names: askedPurposes(site) },
    channel: { about: "Ways to reach a visitor.", names: site.channels },
    topic: { about: "What a visitor may want to hear of.", names: Object.keys(site.topics) },
  };
  const members = Object.entries(names).flatMap(([kind, { about, names }]) => [
    `    /** ${about} */`,
    `    readonly ${kind}: ${union(names)};`,
  ]);
  return [
    `// Written by \`ghostlight types\` from the site file of "${site.site}". Changes are lost at the next run.`,
    'import "ghostlight";',
    "",
    'declare module "ghostlight" {',
    "  interface Site {",
    ...members,
    "  }",
    "}",
    "",
  ].join("\n");
}

function union(names: readonly string[]): string {
  const texts = [...new Set(names)].map((name) => JSON.stringify(name));
  return texts.length ? texts.join(" | ") : "never";
}
