/** The maps of the built page scripts lead from a place in the served text to the source of that place. */
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { checkSite, compileSite } from "@ghostlight/rules/site";
import { describe, expect, test } from "vitest";
import { readArtefacts } from "../../packages/edge/src/cli/artefacts.ts";
import { FEATURES } from "../../packages/edge/src/serve/features.ts";
import { composeAsking, composeScript } from "../../packages/edge/src/serve/parts.ts";

const page = new URL("../../packages/edge/dist/page/", import.meta.url);

const siteOf = (what: string, file: Record<string, unknown>) => {
  const checked = checkSite({ site: "shop", origins: ["https://shop.example"], ...file });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return { what, site: checked.site };
};
const EVERYTHING = {
  signals: { meta: true },
  channels: ["email"],
  segments: {
    app: { if: { fact: { version: { $vgte: "2.0" } } } },
    phone: { if: { fact: { device: "mobile" } } },
    fan: { if: { affinity: "category", of: "lamps", share: { $gte: 0.3 } } },
  },
  experiences: { hello: { slot: "top", if: { event: "A", count: { $gte: 1 } }, show: { text: "Hello" } } },
};
const SITES = [
  siteOf("a bare site", {}),
  siteOf("a site with everything", EVERYTHING),
  siteOf("a site with a snapshot, too", { ...EVERYTHING, snapshot: true }),
];

test.each([
  ["entry", "twice on this page", "sdk/src/tag/take-over.ts"],
  ["entry", "Max-Age=", "sdk/src/env/cookie.ts"],
  ["banner", "aria-labelledby", "sdk/src/ui/dialog/mount.ts"],
  ["center", "aria-modal", "sdk/src/ui/center/mount.tsx"],
  ["clean", "trace-left", "sdk/src/clean/apply.ts"],
  ["engine", "delivery-refused", "sdk/src/collect/transport.ts"],
])("in %s, the words «%s» come from %s", (name, words, source) => {
  const text = readFileSync(new URL(`${name}.js`, page), "utf8");
  const map = new SourceMap(JSON.parse(readFileSync(new URL(`${name}.js.map`, page), "utf8")));
  const line = text.split("\n").findIndex((one) => one.includes(words));
  const column = text.split("\n")[line]?.indexOf(words) ?? -1;
  expect(column).toBeGreaterThanOrEqual(0);
  expect(map.findEntry(line, column)).toMatchObject({ originalSource: expect.stringContaining(source) });
});

test.each([
  ["twice on this page", "sdk/src/tag/take-over.ts"],
  ["arguments", "sdk/src/signals/apply.ts"],
  ["aria-labelledby", "sdk/src/ui/dialog/mount.ts"],
  ["aria-describedby", "sdk/src/ui/mount.ts"],
])("in an entry with the dialog in it, the words «%s» come from %s", async (words, source) => {
  const artefacts = await readArtefacts(page);
  if (!artefacts) throw new Error("The page scripts are not built: run npm run build first.");
  for (const { site } of SITES) {
    const parts = compileSite({ ...site, signals: { google: true } }, "en", {});
    const lines = (composeAsking(parts, artefacts, "0123456789ab") ?? "").split("\n");
    const line = lines.findIndex((one) => one.includes(words));
    const map = new SourceMap(JSON.parse(artefacts.maps?.asking ?? ""));
    const found = map.findEntry(line, lines[line]?.indexOf(words) ?? -1);
    expect(found).toMatchObject({ originalSource: expect.stringContaining(source) });
  }
});

describe("code that only some sites have", () => {
  const piece = {
    tells: ["entry", "arguments", "sdk/src/signals/apply.ts"],
    calls: ["entry", "configurable", "sdk/src/signals/caller/apply.ts"],
    contact: ["center", "email_tracking", "sdk/src/ui/center/Contact.tsx"],
    profile: ["engine", "Page Viewed", "rules/src/ghost/signal.ts"],
    render: ["engine", "data-gl-slot", "sdk/src/personalize/apply.ts"],
    operators: ["engine", "padStart", "rules/src/condition/version.ts"],
    reach: ["engine", "pausedUntil", "sdk/src/preferences/reach/store.ts"],
    pageFacts: ["engine", "pointer", "sdk/src/env/facts.ts"],
    likes: ["engine", "log2", "rules/src/clause/likes.ts"],
    slots: ["entry", "visibility", "sdk/src/personalize/early/apply.ts"],
    foresee: ["engine", "encodeURI", "sdk/src/personalize/early/foresee.ts"],
  } as const;
  const named = Object.entries(piece);

  test("is looked for in each piece", () => {
    // A style sheet alone is no code.
    const names = FEATURES.map(({ name }) => name).filter((name) => !["bar", "modal"].includes(name));
    expect(Object.keys(piece)).toEqual(names);
  });

  test.each(SITES.flatMap(({ what, site }) => named.map(([name, want]) => ({ what, site, name, want }))))(
    "$name, in the script of $what, leads to its source where it is there",
    async ({ site, name, want: [script, words, source] }) => {
      const artefacts = await readArtefacts(page);
      if (!artefacts) throw new Error("The page scripts are not built: run npm run build first.");
      const parts = compileSite(site, "en", {});
      const text = composeScript(script, parts, artefacts);
      const map = new SourceMap(JSON.parse(artefacts.maps?.[script] ?? ""));
      const line = text.split("\n").findIndex((one) => new RegExp(`(^|[({])${name}:(\\(|\\w+=>)`).test(one));
      expect(line >= 0).toBe(FEATURES.find((one) => one.name === name)?.uses(parts));
      if (line < 0) return;
      const column = text.split("\n")[line]?.lastIndexOf(words) ?? -1;
      expect(column).toBeGreaterThanOrEqual(0);
      expect(map.findEntry(line, column)).toMatchObject({ originalSource: expect.stringContaining(source) });
    },
  );
});
