/** Whatever a site uses, its scripts are scripts. On the built page scripts: needs `npm run build`. */
import { readdirSync, readFileSync } from "node:fs";
import { Script } from "node:vm";
import { compileSite, parseSite, type Site } from "@ghostlight/rules/site";
import fc from "fast-check";
import { parseAst } from "rollup/parseAst";
import { expect, test } from "vitest";
import { readArtefacts } from "../../packages/edge/src/cli/artefacts.ts";
import { placesOf, without } from "../../packages/edge/src/cli/size/without.ts";
import { SCRIPT_NAMES } from "../../packages/edge/src/serve/artefacts.ts";
import { scriptExpression } from "../../packages/edge/src/serve/compose.ts";
import { FEATURES, type Feature, type FeatureName } from "../../packages/edge/src/serve/features.ts";
import { composeAsking, composeScript } from "../../packages/edge/src/serve/parts.ts";

const checked = parseSite(readFileSync(new URL("../size/site.json", import.meta.url), "utf8"));
if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
const site: Site = {
  ...checked.site,
  signals: { ...checked.site.signals, meta: true },
  segments: {
    ...checked.site.segments,
    sizes: { if: { fact: { sizes: { $size: 2 } } } },
    fan: { if: { affinity: "category", of: "lamps", top: 1 } },
  },
};
const artefacts = await readArtefacts(new URL("../../packages/edge/dist/page/", import.meta.url));
if (!artefacts) throw new Error("The page scripts are not built: run npm run build first.");
const built = artefacts;

/** Parses a script as a browser does, without running it. */
function parse(name: string, text: string): void {
  if (name === "entry") new Script(text);
  else parseAst(text);
}

const scriptsOf = (of: Site, has: (feature: string) => boolean = () => true) => {
  const parts = compileSite(of, "it", { en: "0".repeat(12), it: "1".repeat(12) });
  const texts = SCRIPT_NAMES.map(
    (name) => [name, composeScript(name, parts, built, (one) => one.uses(parts) && has(one.name))] as const,
  );
  return Object.fromEntries(texts);
};

/** The entry with the dialog in it. */
const askingOf = (of: Site) => composeAsking(compileSite(of, "it", {}), built, "0".repeat(12)) ?? "";

test("of any part of what a site file says, every script parses, and says less", () => {
  const whole = Object.values(scriptsOf(site)).join("").length;
  fc.assert(
    fc.property(fc.subarray([...placesOf(site)]), (paths) => {
      const lean = paths.reduce<Site>((left, path) => without(left, path)?.site ?? left, site);
      const texts = scriptsOf(lean);
      for (const [name, text] of Object.entries(texts)) parse(name, text);
      parse("entry", askingOf(lean));
      // Some words of a stage of one's own are fewer than those that ship.
      expect(Object.values(texts).join("").length).toBeLessThan(whole + 100);
    }),
    { numRuns: 15 },
  );
});

test.each([
  ["without a snapshot", site],
  ["with one", { ...site, snapshot: true }],
])("of any set of features, %s, every script parses, and is longer by their code and what it reads", (_, of) => {
  const bare = scriptsOf(of, () => false);
  const parts = compileSite(of, "it", {});
  const used: readonly (Feature & { name: FeatureName })[] = FEATURES.filter(({ uses }) => uses(parts));
  const dataOf = ({ script, reads = [] }: Feature): string => {
    const own = Object.entries(parts[script]).filter(([member]) => reads.includes(member));
    return own.map(([member, value]) => `${member}:${scriptExpression(value)},`).join("");
  };
  fc.assert(
    fc.property(fc.subarray([...used]), (features) => {
      const texts = scriptsOf(of, (name) => features.some((one) => one.name === name));
      for (const [name, text] of Object.entries(texts)) {
        parse(name, text);
        const added = features.filter((one) => one.script === name);
        const code = added.map((one) => `${one.name}:${built.features[one.name]},${dataOf(one)}`).join("");
        expect(text.length, name).toBe((bare[name]?.length ?? 0) + code.length);
      }
    }),
    { numRuns: 8 },
  );
});

test("each feature has its file, and each file is listed", () => {
  const files = readdirSync(new URL("../../packages/sdk/src/tag/features/", import.meta.url));
  expect(files.sort()).toEqual(FEATURES.map(({ name }) => `${name}.ts`).sort());
});

test("no script can end the element that it stands in", () => {
  const loud = { ...site, texts: { ...site.texts, it: { title: "</script><!-- " } } };
  const texts: Record<string, string> = { ...scriptsOf(loud), asking: askingOf(loud) };
  for (const text of [texts.banner, texts.asking]) expect(text).toContain("\\u003c/script");
  for (const text of Object.values(texts)) expect(text).not.toMatch(/<\/script|<!--/i);
});

test("a text that is no script is told from one", () => {
  expect(() => parse("engine", "var p={a:1,")).toThrow();
  expect(() => parse("entry", "export{}")).toThrow();
});
