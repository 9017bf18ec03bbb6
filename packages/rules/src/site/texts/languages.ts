/** The languages that ship with Ghostlight. */
import { english } from "./english.ts";
import { italian } from "./italian.ts";
import type { Language } from "./language.ts";

/** By language, without its region. */
export const TEXTS: Readonly<Record<string, Language>> = { en: english, it: italian };

/** The texts nearest to a language tag; English where there is none. */
export function textsOf(tag: string): Language {
  return TEXTS[tag.split("-")[0] ?? ""] ?? english;
}
