/** The costs of features, on artefacts whose weight is their length. */
import { expect, test } from "vitest";
import { ARTEFACTS, site } from "../../../test/fixture.ts";
import { printSizes } from "./text.ts";
import { weighSite } from "./weigh.ts";

const scales = {
  artefacts: ARTEFACTS,
  weigh: async (text: string) => text.length,
  hash: () => "0".repeat(12),
  progress: () => {},
};
const FILE = {
  languages: ["en", "it"],
  services: { "meta-pixel": true },
  signals: { meta: true },
  segments: { fan: { if: { event: "A", count: { $gte: 2 } } } },
  experiences: { hello: { slot: "top", if: { segment: "fan" }, show: { text: "Hello there" } } },
  texts: { it: { title: "Un titolo che è molto più lungo di quello che c'era" } },
  regimes: { CH: "notice" },
};
const sizes = await weighSite(site(FILE), scales);
const costOf = (path: string) => sizes.costs.find((cost) => cost.path === path);

test("the dearest come first, in each situation by its scripts", () => {
  const all = sizes.costs.map(({ bytes }) => bytes.all);
  expect(all).toEqual([...all].sort((a, b) => b - a));
  expect(costOf("experiences.hello")?.bytes).toMatchObject({ entry: 0, dialog: 0, center: 0 });
  expect(costOf("experiences.hello")?.bytes.returning).toBeGreaterThan("Hello there".length);
  const { entry = 0, dialog = 0, center = 0 } = costOf("services.meta-pixel")?.bytes ?? {};
  expect([entry > 0, dialog > entry, center > dialog]).toEqual([true, true, true]);
});

test("a feature that brings code costs the code, too", () => {
  const [tells = 0, calls = 0] = (["tells", "calls"] as const).map(
    (name) => `${name}:${ARTEFACTS.features[name]},`.length,
  );
  expect(sizes.code).toContainEqual({ name: "tells", script: "entry", used: true, bytes: tells });
  expect(sizes.code).toContainEqual({ name: "calls", script: "entry", used: true, bytes: calls });
  expect(costOf("signals.meta")?.bytes.entry).toBeGreaterThan(tells + calls);
  expect(costOf("signals.meta")?.bytes.center).toBe(0);
});

test("what cannot be without it is counted with it", () => {
  expect(costOf("segments.fan")?.along).toEqual(["experiences.hello"]);
  expect(costOf("segments.fan")?.bytes.returning).toBeGreaterThan(costOf("experiences.hello")?.bytes.returning ?? 0);
});

test("what does not travel is free", () => {
  expect(sizes.free).toEqual(["regimes.CH"]);
});

test("the heaviest language and the usual law are told", () => {
  expect([sizes.language, sizes.law]).toEqual(["it", "opt-in"]);
  expect(costOf("texts.it")?.bytes.dialog).toBeGreaterThan(0);
  expect(sizes.languages.it?.dialog).toBe(sizes.totals.dialog);
  expect(sizes.languages.en?.dialog).toBeLessThan(sizes.totals.dialog);
});

test("who has not chosen gets entry and dialog as one, unless the site wants it otherwise", async () => {
  expect(sizes.asking).toBeGreaterThan(sizes.totals.entry);
  expect(printSizes("shop", sizes)).toMatch(/^The same as one file, for who has not chosen +[\d,]+ +9,216$/m);
  const apart = await weighSite(site({ ...FILE, banner: { ahead: false } }), scales);
  expect(apart.asking).toBeUndefined();
  expect(printSizes("shop", apart)).not.toContain("as one file");
});

test("progress is told to the end", async () => {
  const told: string[] = [];
  await weighSite(site(), { ...scales, progress: (done, of) => told.push(`${done}/${of}`) });
  expect(told.length).toBeGreaterThan(5);
  expect(told.at(-1)).toBe(`${told.length}/${told.length}`);
});

test("is printed in columns, within 80 characters", () => {
  const text = printSizes("shop", sizes);
  for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  expect(text).toMatch(/^feature +entry +dialog +center +returning +all$/m);
  expect(text).toMatch(/^segments\.fan +0 +0 +0 +[\d,]+ +[\d,]+\n {2}with experiences\.hello$/m);
  expect(text).toMatch(/^calls +entry +\d+ +in it$/m);
  expect(text).toMatch(/^Entry, on every page +[\d,]+ +4,608$/m);
  expect(text).toContain("Costs nothing: regimes.CH.");
  const table = text.split("\n").filter((line) => /^(feature|segments|services)/.test(line));
  expect(new Set(table.map((line) => line.length)).size).toBe(1);
});
