/** Loads the other parts from beside the script itself, in the language of the page. */
import type { ChunkAddresses, EntryPart } from "@ghostlight/rules";
import type { Parts } from "../create.ts";
import { readLanguages } from "../env/page.ts";

/** `address`: absolute, of the entry. */
export function chunkParts(entry: EntryPart, address: string): Parts {
  const chunks = chooseLanguage(entry.chunks, readLanguages());
  return {
    endpoint: new URL(`${entry.site}/e`, address).href,
    // The center imports what it shares with the banner's script.
    load: async (name) => (await import(new URL(chunks?.[name] ?? name, address).href)).start,
  };
}

/** The first wanted language that there is, exactly or without its region; else the site's first. */
function chooseLanguage(chunks: EntryPart["chunks"], wanted: readonly string[]): ChunkAddresses | undefined {
  const tag = wanted.flatMap((language) => [language, language.split("-")[0] ?? ""]).find((one) => chunks[one]);
  return tag ? chunks[tag] : Object.values(chunks)[0];
}
