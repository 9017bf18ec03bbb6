/** Which experience fills which slot. */
import type { CompiledExperience, Standing } from "@ghostlight/rules";

/** By slot, the first experience whose audience the visitor belongs to. */
export function chooseExperiences(
  experiences: readonly CompiledExperience[],
  standing: Standing,
): ReadonlyMap<string, CompiledExperience> {
  const chosen = new Map<string, CompiledExperience>();
  for (const experience of experiences) {
    if (standing.audiences[experience.audience] && !chosen.has(experience.slot)) {
      chosen.set(experience.slot, experience);
    }
  }
  return chosen;
}
