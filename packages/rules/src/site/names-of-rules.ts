/** What the segments and stages of a site are called, in one language. */
import { likesOf } from "./affinities.ts";
import { LAST_STAGE } from "./compile-rules.ts";
import { localText } from "./local-text.ts";
import { segmentsOf } from "./rules.ts";
import type { Site } from "./schema.ts";
import { stagesOf } from "./stages.ts";
import { CENTER_TEXTS } from "./texts/center.ts";
import { textsOf } from "./texts/languages.ts";
import { SEGMENT_TEXTS, type SegmentTextKey } from "./texts/segments.ts";

const CENTER: Readonly<Record<string, Readonly<Record<string, string | undefined>>>> = CENTER_TEXTS;

/** `segment_<id>` for each segment that has a name, `stage_<id>` for each stage. */
export function namesOfRules(site: Site, language: string): Readonly<Record<string, string>> {
  const shipped = shippedNames(site, language);
  const named = (key: string, name: string | undefined): [string, string][] =>
    name === undefined ? [] : [[key, name]];
  const segments = Object.keys(segmentsOf(site)).flatMap((id) => {
    const own = Object.hasOwn(site.segments, id) ? site.segments[id] : undefined;
    // What a shipped segment is called may not fit what a site put in its place.
    return named(`segment_${id}`, own ? localText(own.text, language, site) : shipped[id]);
  });
  const words: Readonly<Record<string, string | undefined>> = {
    ...(CENTER[language.split("-")[0] ?? ""] ?? CENTER_TEXTS.en),
    ...site.texts[language]?.center,
  };
  const stages = [...stagesOf(site).map(([id]) => id), LAST_STAGE].flatMap((id) => {
    const own = site.stages[id];
    return named(`stage_${id}`, (own && localText(own.text, language, site)) || words[`stage_${id}`]);
  });
  return Object.fromEntries([...segments, ...stages]);
}

function shippedNames(site: Site, language: string): Readonly<Record<string, string | undefined>> {
  const texts = SEGMENT_TEXTS[language.split("-")[0] ?? ""] ?? SEGMENT_TEXTS.en;
  const text = (key: SegmentTextKey, name: string, value: string) => texts?.[key].replace(`{${name}}`, () => value);
  const { channels } = textsOf(language);
  return {
    ...texts,
    ...Object.fromEntries(site.channels.map((id) => [`prefers-${id}`, text("prefers", "channel", channels[id].name)])),
    ...Object.fromEntries(likesOf(site).map(({ id, value }) => [id, text("likes", "value", value)])),
  };
}
