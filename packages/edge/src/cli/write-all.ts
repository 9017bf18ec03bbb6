/** Writes files so that whoever reads meanwhile never sees half of one. */
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { diskFault } from "./disk.ts";
import { halfOf, removeHalves } from "./halves.ts";

/** One after the other, `first` before `then`. What hinders it, in words. */
export async function writeAll(
  folder: string,
  first: ReadonlyMap<string, Uint8Array>,
  then: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const files = [...first, ...Object.entries(then)];
  try {
    // First, as it may be these that take the room.
    await removeHalves(
      folder,
      files.map(([path]) => path),
    );
    for (const [path, text] of files) await writeWhole(join(folder, path), text);
    return undefined;
  } catch (error) {
    const fault = diskFault(error, folder);
    if (fault === undefined) throw error;
    return fault;
  }
}

async function writeWhole(path: string, text: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const half = halfOf(path);
  try {
    await writeFile(half, text, { flush: true });
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true });
    throw error;
  }
}
