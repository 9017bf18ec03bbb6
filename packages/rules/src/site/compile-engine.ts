/** Compiles what runs after a grant: rules and experiences. */
import type { CompiledExperience, EnginePart } from "../contract.ts";
import { audiencesOfPage } from "./closure.ts";
import { compileRules } from "./compile-rules.ts";
import { compileSuspect } from "./compile-suspect.ts";
import { localText } from "./local-text.ts";
import { rulesOf } from "./rules.ts";
import type { Site } from "./schema.ts";

export function compileEngine(site: Site, language: string): EnginePart {
  const { plan, audiences } = compileRules(rulesOf(site));
  const ofPage = site.snapshot ? audiencesOfPage(plan) : [];
  const experiences = Object.entries(site.experiences).map(([id, { slot, show }], index): CompiledExperience => {
    const text = localText(show.text, language, site);
    const audience = audiences[index] ?? 0;
    return {
      id,
      slot,
      audience,
      ...(ofPage.includes(audience) && { here: true as const }),
      show: text === undefined ? { template: show.template ?? "" } : { text },
    };
  });
  return { plan, experiences, suspect: compileSuspect(site) };
}
