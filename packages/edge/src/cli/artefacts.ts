/** Finds the page scripts that the build put beside the program. */
import { readFile } from "node:fs/promises";
import { codeOf } from "../errors.ts";
import { type Artefacts, SCRIPT_NAMES, type ScriptName } from "../serve/artefacts.ts";
import { FEATURES } from "../serve/features.ts";
import { joinMaps } from "../serve/maps.ts";

const FEATURE_NAMES = FEATURES.map(({ name }) => name);

/** Where all that `serve` and `check --size` read is. */
export const PAGE_SCRIPTS = new URL("../page/", import.meta.url);

export const NOT_BUILT = "the scripts for the page are not built yet; run `npm run build` in the project";

/** The scripts and their maps from `folder`, or `undefined` when one is not there: then the build has not run. */
export async function readArtefacts(folder: URL): Promise<Artefacts | undefined> {
  const pieces = new URL("features/", folder);
  try {
    const [scripts, maps, features, featureMaps, along, alongMap] = await Promise.all([
      readAll(folder, SCRIPT_NAMES, ".js"),
      readAll(folder, SCRIPT_NAMES, ".js.map"),
      readAll(pieces, FEATURE_NAMES, ".js"),
      readAll(pieces, FEATURE_NAMES, ".js.map"),
      readFile(new URL("banner-along.js", folder), "utf8"),
      readFile(new URL("banner-along.js.map", folder), "utf8"),
    ]);
    const joined = SCRIPT_NAMES.map((name) => [name, joinMaps(name, scripts[name], maps[name], featureMaps)] as const);
    const asking = joinMaps("entry", scripts.entry, maps.entry, featureMaps, alongMap);
    return { ...scripts, along, features, maps: { ...Object.fromEntries(joined), asking } };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

/** Some of the scripts, likewise. */
export async function readScripts<Name extends ScriptName>(
  folder: URL,
  names: readonly Name[],
): Promise<Record<Name, string> | undefined> {
  try {
    return await readAll(folder, names, ".js");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function readAll<Name extends string>(
  folder: URL,
  names: readonly Name[],
  ending: string,
): Promise<Record<Name, string>> {
  const read = async (name: Name) => [name, await readFile(new URL(`${name}${ending}`, folder), "utf8")] as const;
  return Object.fromEntries(await Promise.all(names.map(read))) as Record<Name, string>;
}
