/** Finds the page scripts that the build put beside the program. */
import { readFile } from "node:fs/promises";
import { codeOf } from "../errors.ts";
import type { Artefacts } from "../serve/publish.ts";

/** The four scripts from `folder`, or `undefined` when one is not there: then the build has not run. */
export async function readArtefacts(folder: URL): Promise<Artefacts | undefined> {
  const read = (name: keyof Artefacts) => readFile(new URL(`${name}.js`, folder), "utf8");
  try {
    const [entry, banner, engine, debug] = await Promise.all([
      read("entry"),
      read("banner"),
      read("engine"),
      read("debug"),
    ]);
    return { entry, banner, engine, debug };
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}
