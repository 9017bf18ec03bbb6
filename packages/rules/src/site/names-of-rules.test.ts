import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { namesOfRules } from "./names-of-rules.ts";
import { segmentsOf } from "./rules.ts";
import { CENTER_TEXTS } from "./texts/center.ts";
import { SEGMENT_TEXTS } from "./texts/segments.ts";

const SITE = {
  languages: ["en", "it"],
  channels: ["email", "post"],
  affinities: { category: { values: ["Table $& lamps"] } },
};

describe("names of rules", () => {
  test.each(["en", "it"])("has every segment that ships, in %s", (language) => {
    const site = siteWith(SITE);
    const ids = Object.keys(segmentsOf(site)).map((id) => `segment_${id}`);
    const names = namesOfRules(site, language);
    expect(Object.keys(names)).toEqual(expect.arrayContaining(ids));
    for (const id of ["lost", "hero", "new"]) expect(names).toHaveProperty(`stage_${id}`);
    for (const name of Object.values(names)) expect(name).not.toMatch(/[{}]/);
  });

  test("says which channel and which value", () => {
    expect(namesOfRules(siteWith(SITE), "it-CH")).toMatchObject({
      "segment_prefers-email": "preferisce: E-mail",
      "segment_likes-table-lamps": "apprezza: Table $& lamps",
    });
    expect(namesOfRules(siteWith(SITE), "en")["segment_prefers-post"]).toMatch(/^prefers: \w+/);
  });

  test("takes the site's own, and none of ours for what a site put in its place", () => {
    const own = { if: { event: "A" } };
    const segments = { fans: { ...own, text: { en: "fans", it: "tifosi" } }, buyers: own, passive: false };
    const stages = { vip: { ...own, before: "lost", text: "our best" }, hero: own, lead: false };
    const names = namesOfRules(siteWith({ ...SITE, segments, stages }), "it");
    expect(names).toMatchObject({ segment_fans: "tifosi", stage_vip: "our best" });
    for (const key of ["segment_buyers", "segment_passive", "stage_lead"]) expect(names).not.toHaveProperty(key);
  });

  test("takes the word for a stage from the site's texts, else from ours", () => {
    const texts = { it: { center: { stage_hero: "una stella" } } };
    const names = namesOfRules(siteWith({ ...SITE, texts }), "it");
    expect([names.stage_hero, names.stage_repeat]).toEqual(["una stella", CENTER_TEXTS.it.stage_repeat]);
  });

  test("falls back to English", () => {
    expect(namesOfRules(siteWith(), "da").segment_buyers).toBe(SEGMENT_TEXTS.en?.buyers);
  });
});
