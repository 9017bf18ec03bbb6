/** Scripts have the code that their site uses, in the one place where the part is. */
import { runInNewContext } from "node:vm";
import { compileSite } from "@ghostlight/rules/site";
import { expect, test } from "vitest";
import { ARTEFACTS, site } from "../../test/fixture.ts";
import { type Artefacts, SCRIPT_NAMES } from "./artefacts.ts";
import { FEATURES } from "./features.ts";
import { composeScript } from "./parts.ts";

const bare = compileSite(site(), "en", {});
const full = compileSite(
  site({
    signals: { meta: true },
    channels: ["email"],
    experiences: { hello: { slot: "top", if: { event: "A", count: { $gte: 1 } }, show: { text: "Hello" } } },
  }),
  "en",
  {},
);

test("each feature is of a script that takes a part, and its name is none of the data's", () => {
  for (const { name, script } of FEATURES) {
    expect(SCRIPT_NAMES).toContain(script);
    expect(Object.keys(full[script])).not.toContain(name);
    expect(composeScript(script, full, ARTEFACTS)).toContain(`${name}:${ARTEFACTS.features[name]},\n`);
  }
  expect(new Set(FEATURES.map(({ name }) => name)).size).toBe(FEATURES.length);
});

test.each(FEATURES.map((feature) => [feature.name, feature] as const))(
  "a site that does not use %s has not got it",
  (name, { script, uses }) => {
    expect([uses(bare), uses(full)]).toEqual([false, true]);
    expect(composeScript(script, bare, ARTEFACTS)).not.toContain(`${name}:`);
    const without = composeScript(script, full, ARTEFACTS, (one) => one.name !== name && one.uses(full));
    expect(without).not.toContain(`${name}:`);
    // Lines stay where they are.
    expect(without.split("\n")).toHaveLength(composeScript(script, full, ARTEFACTS).split("\n").length);
  },
);

test("code runs beside its data", () => {
  const page: { seen?: { calls: () => number; site: string } } = {};
  runInNewContext(composeScript("entry", full, ARTEFACTS), page);
  expect([page.seen?.calls(), page.seen?.site]).toEqual([1, "shop"]);
});

test("code that the build did not make is a fault that names it", () => {
  const { calls: _calls, ...features } = ARTEFACTS.features;
  const old = { ...ARTEFACTS, features } as unknown as Artefacts;
  expect(() => composeScript("entry", bare, old)).toThrow('no code of "calls": build the project again');
});
