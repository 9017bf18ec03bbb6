/** Reads the real tree: the code of the packages and the demo, without what is built or installed. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Files } from "./source.ts";

const SKIP = new Set(["node_modules", "dist", "data", "coverage"]);
const READ = /\.(ts|tsx|mts|js|mjs|jsx)$/;

/** The code under `root`'s packages and demo, by its path from `root`. */
export function readTree(root: string): Files {
  return new Map(
    ["packages", "demo"]
      .map((folder) => join(root, folder))
      .filter((folder) => existsSync(folder))
      .flatMap(filesUnder)
      .filter((path) => READ.test(path))
      .map((path) => [relative(root, path).split(sep).join("/"), readFileSync(path, "utf8")]),
  );
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return SKIP.has(entry.name) ? [] : filesUnder(join(folder, entry.name));
    return entry.isFile() ? [join(folder, entry.name)] : [];
  });
}
