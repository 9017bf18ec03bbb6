/** The version of the program, from its one source. */
import { readFile } from "node:fs/promises";

export async function version(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest)) throw new Error("No version.");
  return String(manifest.version);
}
