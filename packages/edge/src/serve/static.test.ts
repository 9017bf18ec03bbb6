/** What a site asks and tells where there is no edge. */
import { compileSite, lawOf } from "@ghostlight/rules/site";
import { expect, test } from "vitest";
import { ARTEFACTS, site } from "../../test/fixture.ts";
import { packNode } from "./pack-node.ts";
import { publishSite } from "./publish.ts";
import { filesOf, localArtefacts, localParts, localSite } from "./static.ts";

const asked = (file: Record<string, unknown>) => compileSite(localSite(site(file)), "en", {}).entry.purposes;

test.each([
  ["nothing else", {}, false],
  ["a service under another purpose", { services: { youtube: true } }, false],
  ["a service under it", { services: { matomo: true } }, true],
  ["a tool that is told of it", { signals: { google: true } }, true],
  ["a tool that is told of marketing alone", { signals: { meta: true } }, false],
  ["a dataLayer, which is told of all", { signals: { dataLayer: true } }, true],
  ["the file's own words", { purposes: { analytics: { name: "Counting" } } }, true],
  ["the file's own no", { purposes: { analytics: false } }, false],
])("with %s, statistics are asked for: %s", (_, file, isAsked) => {
  expect(asked(file).includes("analytics")).toBe(isAsked);
  expect(asked(file)).toContain("personalization");
});

test("a service that nobody names keeps its purpose asked", () => {
  const services = { counter: { name: "Counter", purpose: "analytics" } };
  const parts = localParts(compileSite(localSite(site({ services })), "en", {}));
  const statistics = parts.center.purposes.find(({ id }) => id === "analytics");
  expect(statistics?.services.map(({ id }) => id)).toEqual(["counter"]);
});

test("our own entry stays under every other purpose, and debug knows why nothing arrives", () => {
  const compiled = compileSite(site({ services: { matomo: true } }), "en", {});
  const parts = localParts(compiled);
  const own = (of: typeof parts) =>
    of.center.purposes.filter(({ services }) => services.some(({ id }) => id === "ghostlight")).map(({ id }) => id);
  expect(own(compiled)).toEqual(["necessary", "analytics", "personalization"]);
  expect(own(parts)).toEqual(["necessary", "personalization"]);
  expect([compiled.debug.local, parts.debug.local]).toEqual([undefined, true]);
});

test("its files are the scripts of one law, with those that are others here, and no maps", () => {
  const one = localSite(site({ languages: ["en"] }));
  const local = { entry: ARTEFACTS.entry, engine: `/*local*/${ARTEFACTS.engine}` };
  const artefacts = localArtefacts({ ...ARTEFACTS, maps: { engine: "{}" } }, local);
  const files = filesOf(one, publishSite(one, artefacts, packNode, [lawOf(one)], { adapt: localParts }));
  const names = [...files.keys()].map((path) => path.replace(/[0-9a-f]{12}/, "HASH"));
  expect(names.at(-1)).toBe("shop.js");
  expect(names).toHaveLength(11);
  const text = (name: string) => new TextDecoder().decode([...files].find(([path]) => path.endsWith(name))?.[1]);
  expect(text("/engine.js")).toMatch(/^\/\*local\*\//);
  expect(text("/debug.js")).toContain("local:!0");
});
