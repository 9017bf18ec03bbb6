/** Finds the page scripts that the build put beside the program. */
import { readFile } from "node:fs/promises";
import { codeOf } from "../errors.ts";
import { type Artefacts, SCRIPT_NAMES, type ScriptName } from "../serve/artefacts.ts";

/** The scripts and their maps from `folder`, or `undefined` when one is not there: then the build has not run. */
export async function readArtefacts(folder: URL): Promise<Artefacts | undefined> {
  try {
    const scripts = await readAll(folder, ".js", SCRIPT_NAMES);
    return { ...scripts, maps: await readAll(folder, ".js.map", SCRIPT_NAMES) };
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
    return await readAll(folder, ".js", names);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function readAll<Name extends ScriptName>(
  folder: URL,
  ending: string,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const read = async (name: Name) => [name, await readFile(new URL(`${name}${ending}`, folder), "utf8")] as const;
  return Object.fromEntries(await Promise.all(names.map(read))) as Record<Name, string>;
}
