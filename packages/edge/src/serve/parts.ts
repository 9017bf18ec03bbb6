/** Makes the scripts of one site: each with its data, and with the code that this site uses. */
import type { CompiledSite } from "@ghostlight/rules";
import { type Artefacts, PARTLESS, placeholderOf, type ScriptName } from "./artefacts.ts";
import { type Code, compose } from "./compose.ts";
import { FEATURES } from "./features.ts";

/** The text of one script. Throws when the artefacts are of another build. */
export function composeScript(name: ScriptName, parts: CompiledSite, artefacts: Artefacts): string {
  const own = artefacts[name];
  if (PARTLESS.includes(name)) return own;
  return compose(own, placeholderOf(name), parts[name as keyof CompiledSite], codeOf(name, parts, artefacts));
}

function codeOf(script: ScriptName, parts: CompiledSite, { features }: Artefacts): Code {
  const pieces = FEATURES.filter((feature) => feature.script === script).map(({ name, uses }) => {
    const text = features[name];
    if (text === undefined) throw new Error(`There is no code of the feature "${name}": build the project again.`);
    return [name, uses(parts) ? text : undefined] as const;
  });
  return Object.fromEntries(pieces);
}
