/** Picks the words of one language from a text that has several. */
import type { LocalText } from "./parts.ts";
import type { Site } from "./schema.ts";

/** In the language itself, in it without its region, else in the site's first. */
export function localText(
  text: LocalText | undefined,
  language: string,
  site: Pick<Site, "languages">,
): string | undefined {
  if (typeof text !== "object") return text;
  const bare = language.split("-")[0] ?? "";
  return text[language] ?? text[bare] ?? text[site.languages[0] ?? ""] ?? Object.values(text)[0];
}
