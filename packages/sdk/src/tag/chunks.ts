/** Loads the other parts from beside the script itself, or takes what came along, in the language of the page. */
import type { EntryPart } from "@ghostlight/rules";
import type { Parts, WiredEntry } from "../create.ts";
import { readLanguages } from "../env/page.ts";

/** `script`: the element that the entry came with. Its address is absolute; `data-banner="none"` is {@link Parts.headless}. */
export function chunkParts(
  { site, releases, chunks }: WiredEntry,
  { src: address, dataset }: HTMLScriptElement,
): Parts {
  const folder = chooseRelease(releases, readLanguages());
  return {
    headless: dataset.banner === "none",
    edgeUrl: new URL(`${site}/e`, address).href,
    async load(name) {
      const place = `${folder}/${name}`;
      const { start } = chunks?.[place] ?? (await import(new URL(`${site}/${place}.js`, address).href));
      return start;
    },
  };
}

/** Of the first wanted language that there is, exactly or without its region; else of the site's first. */
export function chooseRelease(releases: EntryPart["releases"], wanted: Iterable<string>): string | undefined {
  for (const language of wanted) {
    const release = releases[language] ?? releases[language.split("-")[0] ?? ""];
    if (release) return release;
  }
  return Object.values(releases)[0];
}
