/** Packs what visitors will ask for before they do. */
import type { Published } from "./publish.ts";

/**
 * The entries first, then those with the dialog, then the chunks, one after the other, beside the thread that answers. Not the maps, which take longer
 * than all of these and which visitors never ask for. Ends early where `isWanted` is false by then.
 */
export async function warm(sites: readonly Published[], isWanted: () => boolean): Promise<void> {
  const entries = sites.flatMap(({ entry }) => [...entry.variants.values()]);
  const asking = entries.flatMap((entry) => [...entry.asking.values()]);
  const chunks = sites
    .flatMap(({ fixed }) => [...fixed])
    .flatMap(([path, file]) => (path.endsWith(".map") ? [] : [file]));
  for (const file of [...entries, ...asking, ...chunks]) {
    if (!isWanted()) return;
    await file.warm?.();
  }
}
