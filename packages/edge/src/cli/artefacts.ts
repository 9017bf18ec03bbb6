/** Finds the page scripts that the build put beside the program. */
import { readFile } from "node:fs/promises";
import { codeOf } from "../errors.ts";
import { type Artefacts, SCRIPT_NAMES, type ScriptName } from "../serve/artefacts.ts";

/** The scripts and their maps from `folder`, or `undefined` when one is not there: then the build has not run. */
export async function readArtefacts(folder: URL): Promise<Artefacts | undefined> {
  try {
    const scripts = await readAll(folder, ".js");
    return { ...scripts, maps: await readAll(folder, ".js.map") };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

async function readAll(folder: URL, ending: string): Promise<Record<ScriptName, string>> {
  const read = async (name: ScriptName) => [name, await readFile(new URL(`${name}${ending}`, folder), "utf8")] as const;
  return Object.fromEntries(await Promise.all(SCRIPT_NAMES.map(read))) as Record<ScriptName, string>;
}
