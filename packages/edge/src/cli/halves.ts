/** Files as they are while they are written, under names of their own: made by `write-all`, and left by who was killed. */
import { readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { codeOf } from "../errors.ts";

/** The name under which this process writes the file. */
export function halfOf(path: string): string {
  return `${path}.${process.pid}.tmp`;
}

/** No file takes this long to be written, in ms. */
const WRITING = 60_000;

/** Takes away what others left half of files of these names, also in folders beside theirs: those change with the content. */
export async function removeHalves(folder: string, paths: readonly string[]): Promise<void> {
  const names = new Set(paths.map((path) => basename(path)));
  for (const place of await placesOf(folder, paths)) {
    for (const found of await listed(place)) {
      const [, name = "", pid] = /^(.+)\.(\d+)\.tmp$/.exec(found.name) ?? [];
      const path = join(place, found.name);
      if (names.has(name) && found.isFile() && !(await isAtWork(path, Number(pid)))) await rm(path, { force: true });
    }
  }
}

async function placesOf(folder: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const own = new Set(paths.map((path) => dirname(path)));
  const places = [...own].map((path) => join(folder, path));
  for (const above of new Set([...own].map((path) => dirname(path)))) {
    // What lies beside folders at the top may be anybody's.
    if (above === ".") continue;
    for (const one of await listed(join(folder, above))) {
      if (one.isDirectory()) places.push(join(folder, above, one.name));
    }
  }
  return new Set(places);
}

/** Nothing where there is no such folder, or none that may be read. */
async function listed(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** By age too: the number of a process that is gone may be another's by now, as in containers, where all begin at 1. */
async function isAtWork(path: string, pid: number): Promise<boolean> {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > WRITING) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
