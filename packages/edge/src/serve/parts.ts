/** Makes the scripts of one site: each with its data, and with the code that this site uses. */
import type { CompiledSite } from "@ghostlight/rules";
import { type Artefacts, PARTLESS, placeholderOf, type ScriptName } from "./artefacts.ts";
import { type Code, compose } from "./compose.ts";
import { FEATURES, type Feature, type FeatureName } from "./features.ts";

/** Whether the site gets the code of a feature. */
export type Uses = (feature: Feature & { readonly name: FeatureName }) => boolean;

/** The text of one script. Throws when the artefacts are of another build. */
export function composeScript(
  name: ScriptName,
  parts: CompiledSite,
  artefacts: Artefacts,
  uses: Uses = (feature) => feature.uses(parts),
  more: Code = {},
): string {
  const own = artefacts[name];
  if (PARTLESS.includes(name)) return own;
  const features: readonly Parameters<Uses>[0][] = FEATURES.filter(({ script }) => script === name);
  const pieces = features.map((feature) => {
    const text = artefacts.features[feature.name];
    if (text === undefined) throw new Error(`There is no code of "${feature.name}": build the project again.`);
    return [feature.name, uses(feature) ? text : undefined] as const;
  });
  const code: Code = Object.fromEntries(pieces);
  const unread = features.flatMap((feature) => (code[feature.name] === undefined ? (feature.reads ?? []) : []));
  const data = Object.entries(parts[name as keyof CompiledSite]).filter(([member]) => !unread.includes(member));
  return compose(own, placeholderOf(name), Object.fromEntries(data), { ...code, ...more });
}

/**
 * The entry for who is asked: with the dialog in it, which is then there as soon as the entry is. `folder`: of the chunks in
 * its language, which a page in another loads from theirs. Undefined where the artefacts have no such dialog.
 */
export function composeAsking(parts: CompiledSite, artefacts: Artefacts, folder: string): string | undefined {
  if (artefacts.along === undefined) return undefined;
  const start = composeScript("banner", parts, { ...artefacts, banner: artefacts.along });
  const chunks = `{"${folder}/banner":{get start(){return${start}}}}`;
  return composeScript("entry", parts, artefacts, undefined, { chunks });
}
