/** How many files a site may become, and what is said of it. */
import { lawsOf } from "@ghostlight/rules/site";
import { expect, test } from "vitest";
import { ARTEFACTS, site } from "../../test/fixture.ts";
import { fitSite } from "./fit.ts";
import { packNode } from "./pack-node.ts";
import { publishSite } from "./publish.ts";
import { describeVariants, MAX_SCRIPTS, tooManyVariants } from "./variants.ts";

const inLanguages = (count: number, channels: readonly string[] = []) => ({
  ...site({ channels }),
  languages: Array.from({ length: count }, (_, index) => `x${index}`),
});

test("forty languages under six laws are the most", () => {
  expect(tooManyVariants(inLanguages(40, ["email"]))).toBeUndefined();
  expect(tooManyVariants(inLanguages(41, ["email"]))).toBe(
    '6 laws × 41 languages are 2706 scripts, and 2640 are the most; keep 40 of its "languages", or divide it into several site files',
  );
  expect(tooManyVariants(inLanguages(80))).toBeUndefined();
  expect(tooManyVariants(inLanguages(81))).toContain("keep 80");
});

test("what is counted is what is made", () => {
  for (const file of [{}, { channels: ["email"] }, { languages: ["en"] }]) {
    const one = site(file);
    const { fixed, entry } = publishSite(one, ARTEFACTS, packNode, lawsOf(one));
    const chunks = [...fixed.keys()].filter((path) => path.startsWith("/g/shop/"));
    const asking = [...entry.variants.values()].flatMap((law) => [...law.asking]);
    // Folders that are the same under two laws are one.
    expect(chunks.length).toBeLessThanOrEqual(lawsOf(one).length * one.languages.length * 10);
    expect(asking.length).toBe(lawsOf(one).length * one.languages.length);
    expect(entry.variants.size).toBe(lawsOf(one).length);
    expect(chunks.length + asking.length).toBeLessThanOrEqual(MAX_SCRIPTS);
  }
});

test("says what was made in one line", () => {
  const one = site({ languages: ["en"] });
  expect(describeVariants(one, publishSite(one, ARTEFACTS, packNode, lawsOf(one)))).toMatch(
    /^3 laws × 1 language: 36 files of \d\d texts, \d+ kB, brotli \d+ kB$/,
  );
});

test("a file that fits comes back as a site, and one that does not with the reason", () => {
  const text = JSON.stringify({ site: "shop", origins: ["https://shop.example"] });
  expect(fitSite(text, () => {})).toMatchObject({ ok: true, site: { site: "shop" } });
  expect(fitSite("{", () => expect.unreachable())).toMatchObject({ ok: false, issues: [{ path: "" }] });
  const failing = fitSite(text, () => {
    throw new Error("build the project again");
  });
  expect(failing).toEqual({ ok: false, reason: "build the project again" });
});
