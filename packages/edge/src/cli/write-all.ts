/** Writes files so that whoever reads meanwhile never sees half of one. */
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { codeOf } from "../errors.ts";

/** One after the other, `first` before `then`. What hinders it, in words. */
export async function writeAll(
  folder: string,
  first: ReadonlyMap<string, Uint8Array>,
  then: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  try {
    for (const [path, text] of [...first, ...Object.entries(then)]) await writeWhole(join(folder, path), text);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EACCES" || code === "EROFS" || code === "EPERM") return "it may not be written by this user";
    if (code === "ENOSPC" || code === "EDQUOT") return "there is no room left";
    if (code === "ENOTDIR" || code === "EEXIST") return "something in its way is a file, and has to be a folder";
    if (code === "EISDIR") return "something in it is a folder, and has to be a file";
    throw error;
  }
}

async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = `${path}.${process.pid}.tmp`;
  await writeFile(half, text, { flush: true });
  await rename(half, path);
}
