/** Languages that ship without texts must bring all of theirs. */
import type { Site } from "./schema.ts";
import { CENTER_TEXTS } from "./texts/center.ts";
import { TEXTS, textsOf } from "./texts/languages.ts";
import { list, type SiteIssue } from "./words.ts";

export function checkLanguages(site: Site): SiteIssue[] {
  return site.languages.flatMap((tag, index) => {
    if (TEXTS[tag.split("-")[0] ?? ""]) return [];
    const missing = missingTexts(site.texts[tag] ?? {});
    if (!missing.length) return [];
    const mend = `ship with Ghostlight: ${list(Object.keys(TEXTS))}; for "${tag}", add ${list(missing)} under texts.${tag}`;
    return [{ path: `languages.${index}`, value: tag, message: `there are no texts for "${tag}"`, mend }];
  });
}

/** Of a set that is missing as a whole, its own name says enough. */
function missingTexts(own: Readonly<Record<string, unknown>>): readonly string[] {
  const { texts, regimes, embeds } = textsOf("en");
  const sets: [string, Readonly<Record<string, string>>][] = [
    ...Object.entries(regimes).map(([name, set]): [string, Readonly<Record<string, string>>] => [name, { ...set }]),
    ["center", CENTER_TEXTS.en],
    ["embeds", { ...embeds }],
  ];
  return [
    ...Object.keys(texts).filter((key) => own[key] === undefined),
    ...sets.flatMap(([name, set]) => {
      const inside = own[name] as Readonly<Record<string, unknown>> | undefined;
      if (inside === undefined) return [name];
      return Object.keys(set).flatMap((key) => (inside[key] === undefined ? [`${name}.${key}`] : []));
    }),
  ];
}
