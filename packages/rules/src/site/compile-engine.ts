/** Compiles what runs after a grant: rules and experiences. */
import type { CompiledExperience, EnginePart } from "../contract.ts";
import { audiencesOfPage } from "./closure.ts";
import { compileRules } from "./compile-rules.ts";
import { compileSuspect } from "./compile-suspect.ts";
import { localText } from "./local-text.ts";
import { rulesOf } from "./rules.ts";
import type { Site } from "./schema.ts";

/** By language: the rules are the same in all, and compiled once, which for a thousand takes longer than all else. */
export function compileEngine(site: Site): (language: string) => EnginePart {
  const { plan, audiences } = compileRules(rulesOf(site));
  const suspect = compileSuspect(site);
  const ofPage = new Set(site.snapshot ? audiencesOfPage(plan) : []);
  return (language) => {
    const experiences = Object.entries(site.experiences).map(([id, { slot, show }], index): CompiledExperience => {
      const text = localText(show.text, language, site);
      const audience = audiences[index] ?? 0;
      return {
        id,
        slot,
        audience,
        ...(ofPage.has(audience) && { here: true as const }),
        show: text === undefined ? { template: show.template ?? "" } : { text },
      };
    });
    return { plan, experiences, suspect };
  };
}
