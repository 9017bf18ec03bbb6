/** Scripts have the code that their site uses, in the one place where the part is. */
import { runInNewContext } from "node:vm";
import { compileSite } from "@ghostlight/rules/site";
import { expect, test } from "vitest";
import { ARTEFACTS, site } from "../../test/fixture.ts";
import { type Artefacts, SCRIPT_NAMES } from "./artefacts.ts";
import { FEATURES, type Feature } from "./features.ts";
import { composeScript } from "./parts.ts";

const bare = compileSite(site({ purposes: { personalization: false } }), "en", {});
const everything = {
  signals: { meta: true },
  channels: ["email"],
  segments: {
    app: { if: { fact: { version: { $vgte: "2.0" } } } },
    phone: { if: { fact: { device: "mobile" } } },
    fan: { if: { affinity: "category", of: "lamps", share: { $gte: 0.3 } } },
  },
  experiences: { hello: { slot: "top", if: { event: "A", count: { $gte: 1 } }, show: { text: "Hello" } } },
};
const full = compileSite(site({ ...everything, banner: { layout: "bar" } }), "en", {});
const early = compileSite(site({ ...everything, banner: { layout: "modal" }, snapshot: true }), "en", {});
/** With all that a feature may need, and without what takes its place. */
const user = ({ uses }: Pick<Feature, "uses">) => (uses(full) ? full : early);

test("each feature is of a script that takes a part, and its name is none of the data's", () => {
  for (const feature of FEATURES) {
    const { name, script } = feature;
    expect(SCRIPT_NAMES).toContain(script);
    expect(Object.keys(early[script])).not.toContain(name);
    expect(composeScript(script, user(feature), ARTEFACTS)).toContain(`${name}:${ARTEFACTS.features[name]},\n`);
  }
  expect(new Set(FEATURES.map(({ name }) => name)).size).toBe(FEATURES.length);
});

test.each(FEATURES.map((feature) => [feature.name, feature] as const))(
  "a site that does not use %s has not got it",
  (name, feature) => {
    const { script, uses } = feature;
    const full = user(feature);
    expect([uses(bare), uses(full)]).toEqual([false, true]);
    expect(composeScript(script, bare, ARTEFACTS)).not.toContain(`${name}:`);
    const without = composeScript(script, full, ARTEFACTS, (one) => one.name !== name && one.uses(full));
    expect(without).not.toContain(`${name}:`);
    // Lines stay where they are.
    expect(without.split("\n")).toHaveLength(composeScript(script, full, ARTEFACTS).split("\n").length);
  },
);

test("a site of which nobody may be known has no rules in its engine, and all others have", () => {
  const engineOf = (parts: typeof full) => composeScript("engine", parts, ARTEFACTS);
  for (const member of ["plan", "experiences"]) {
    expect(engineOf(bare)).not.toContain(`${member}:`);
    expect(engineOf(full)).toContain(`${member}:`);
  }
  expect(engineOf(bare)).toContain("suspect:");
});

test("what shows experiences is in the engine once, whether or not slots are filled before it comes", () => {
  const named = (parts: typeof full) => FEATURES.filter(({ uses }) => uses(parts)).map(({ name }) => name);
  expect(named(full)).toEqual([
    "tells",
    "calls",
    "bar",
    "contact",
    "profile",
    "render",
    "operators",
    "reach",
    "pageFacts",
    "likes",
  ]);
  expect(named(early)).toEqual([
    "tells",
    "calls",
    "modal",
    "contact",
    "profile",
    "operators",
    "reach",
    "pageFacts",
    "likes",
    "slots",
    "foresee",
  ]);
  expect(named(compileSite(site({ snapshot: true }), "en", {}))).toEqual(["profile"]);
});

test("a site that does not ask whether it may know its visitors has no code for that, whatever its rules say", () => {
  const unasked = { ...everything, purposes: { personalization: false }, snapshot: true };
  const parts = compileSite(site(unasked), "en", {});
  expect(parts.engine.experiences).toHaveLength(1);
  expect(FEATURES.filter(({ uses }) => uses(parts)).map(({ name }) => name)).toEqual(["tells", "calls", "contact"]);
});

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
