import { describe, expect, test } from "vitest";
import { issuesWith } from "../../test/site.ts";
import { CENTER_TEXTS } from "./texts/center.ts";
import { english } from "./texts/english.ts";
import { italian } from "./texts/italian.ts";
import { TEXTS, textsOf } from "./texts/languages.ts";

const complete = { ...english.texts, ...english.regimes, center: CENTER_TEXTS.en, embeds: english.embeds };

describe("languages of a site", () => {
  test("that ship pass in any region", () => {
    expect(issuesWith({ languages: ["en", "it", "en-GB", "it-CH"] })).toEqual([]);
  });

  test("that do not ship pass with all texts", () => {
    expect(issuesWith({ languages: ["en", "de"], texts: { de: complete } })).toEqual([]);
  });

  const { title, refuse, ...flat } = complete;
  const { save, ...center } = CENTER_TEXTS.en;
  const { embeds, "opt-out": optOut, notice, ...without } = complete;
  test.each<[about: string, texts: Record<string, unknown>, missing: string]>([
    ["sentences", flat, '"title" or "refuse"'],
    ["a sentence of the center", { ...complete, center }, '"center.save"'],
    ["a sentence of one regime", { ...complete, notice: { ...notice, body: undefined } }, '"notice.body"'],
    ["whole sets", without, '"opt-out", "notice" or "embeds"'],
  ])("are refused with what is missing: %s", (_, texts, missing) => {
    expect(issuesWith({ languages: ["en", "de"], texts: { de: texts } })).toEqual([
      {
        path: "languages.1",
        value: "de",
        message: 'there are no texts for "de"',
        mend: `ship with Ghostlight: "en" or "it"; for "de", add ${missing} under texts.de`,
      },
    ]);
    expect([title, refuse, save, embeds, optOut].every(Boolean)).toBe(true);
  });
});

/** Every sentence by its path. */
function sentences(value: object, path = ""): [path: string, text: string][] {
  return Object.entries(value).flatMap(([key, item]): [string, string][] =>
    typeof item === "string" ? [[path + key, item]] : sentences(item, `${path}${key}.`),
  );
}

describe("languages that ship", () => {
  test("have the same sentences, none empty and none of another language", () => {
    const [en, it] = [new Map(sentences(english)), new Map(sentences(italian))];
    expect([...it.keys()]).toEqual([...en.keys()]);
    for (const [path, text] of it) {
      expect(text.trim().length, path).toBeGreaterThan(2);
      const same = ["purposes.marketing.name", "channels.email.name", "channels.whatsapp.name"];
      if (!same.includes(path)) expect(text, path).not.toBe(en.get(path));
    }
  });

  test("open with words that privacy tools know, under every regime", () => {
    for (const [language, opening] of [
      [english, /^We use cookies /],
      [italian, /^Usiamo i cookie /],
    ] as const) {
      for (const { body } of [language.texts, ...Object.values(language.regimes)]) expect(body).toMatch(opening);
    }
  });

  test("promise that nothing is on only where a yes comes first", () => {
    expect(english.texts.body).toMatch(/unless you accept/);
    for (const { body, accepted } of Object.values(english.regimes)) {
      expect(body).not.toMatch(/unless|accept/);
      expect(accepted).not.toMatch(/accept/);
    }
  });

  test("name service and purpose where an embed was", () => {
    for (const { embeds } of Object.values(TEXTS)) {
      expect(embeds.title).toContain("{service}");
      expect(embeds.body).toContain("{purpose}");
      expect(embeds.always).toContain("{purpose}");
    }
  });

  test("are found by tag, English where there is none", () => {
    expect(["en", "en-GB", "it-CH", "de", ""].map(textsOf)).toEqual([english, english, italian, english, english]);
  });
});
