import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { parseSite } from "./check.ts";
import { compileEngine } from "./compile-engine.ts";
import { STAGES } from "./models/model.ts";
import { segmentsOf } from "./rules.ts";

const compile = (patch: Record<string, unknown> = {}, language = "en") => ({
  engine: compileEngine(siteWith(patch))(language),
});
const viewed = { event: "Product Viewed" };
const OFF = Object.fromEntries(Object.keys(segmentsOf(siteWith())).map((id) => [id, false]));
const NO_STAGES = Object.fromEntries(STAGES.map((id) => [id, false]));

describe("the engine's part", () => {
  test("has the stages in order of priority, the last for everybody", () => {
    const { stages } = compile().engine.plan;
    expect(stages.map(([name]) => name)).toEqual([
      "lost",
      "at_risk",
      "waiting",
      "hero",
      "repeat",
      "occasional",
      "lead",
      "new",
    ]);
    expect(stages.at(-1)).toEqual(["new", ["all", []]]);
  });

  test("takes the site's own stages in their place", () => {
    const { plan } = compile({
      segments: OFF,
      stages: { ...NO_STAGES, lead: { if: { event: "Signed Up" } }, waiting: { if: { not: viewed }, stay: viewed } },
    }).engine;
    const [looked, joined] = ["Product Viewed", "Signed Up"].map((event) => plan.events[event]?.[0]);
    expect(plan.stages).toEqual([
      ["waiting", ["not", ["count", looked, { $gte: 1 }]], ["count", looked, { $gte: 1 }]],
      ["lead", ["count", joined, { $gte: 1 }]],
      ["new", ["all", []]],
    ]);
  });

  test("has segments after those they read, named by index", () => {
    const { segments } = compile({
      segments: {
        ...OFF,
        all: { if: { all: [{ segment: "one" }, { segment: "two" }] } },
        two: { if: { segment: "one" }, stay: viewed },
        one: { if: viewed },
      },
    }).engine.plan;
    expect(segments.map(([id]) => id)).toEqual(["one", "two", "all"]);
    expect(segments[1]?.slice(1)).toEqual([["segment", 0], segments[0]?.[1]]);
    expect(segments[2]?.[1]).toEqual([
      "all",
      [
        ["segment", 0],
        ["segment", 1],
      ],
    ]);
  });

  test("has the experiences in the order of the file, sharing audiences that are equal", () => {
    const text = { text: "x" };
    const { engine } = compile({
      segments: { ...OFF, fans: { if: viewed } },
      experiences: {
        z: { slot: "top", if: { stage: "lead" }, show: { template: "t" } },
        a: { slot: "side", if: { segment: "fans" }, show: text },
        m: { slot: "top", if: { stage: "lead" }, show: text },
        b: { slot: "top", if: { stage: "new" }, show: text },
      },
    });
    expect(engine.experiences).toEqual([
      { id: "z", slot: "top", audience: 0, show: { template: "t" } },
      { id: "a", slot: "side", audience: 1, show: text },
      { id: "m", slot: "top", audience: 0, show: text },
      { id: "b", slot: "top", audience: 2, show: text },
    ]);
    expect(engine.plan.audiences).toEqual([
      ["stage", "lead"],
      ["segment", 0],
      ["stage", "new"],
    ]);
  });

  test("marks the experiences on which the page itself has a say, directly or through a segment, for the snapshot", () => {
    const show = { text: "x" };
    const patch = {
      segments: {
        ...OFF,
        mobile: { if: { fact: { device: "mobile" } } },
        rich: { if: { fact: { revenue: { $gt: 9 } } } },
      },
      experiences: {
        path: { slot: "s", if: { fact: { path: "/sale" } }, show },
        campaign: { slot: "s", if: { not: { fact: { $or: [{ "campaign.source": "x" }] } } }, show },
        through: { slot: "s", if: { all: [{ stage: "lead" }, { segment: "mobile" }] }, show },
        visitor: { slot: "s", if: { all: [{ stage: "lead" }, { segment: "rich" }] }, show },
      },
    };
    const marked = (more: object) =>
      compile({ ...patch, ...more }).engine.experiences.map(({ id, here }) => [id, here]);
    expect(marked({ snapshot: true })).toEqual([
      ["path", true],
      ["campaign", true],
      ["through", true],
      ["visitor", undefined],
    ]);
    expect(marked({}).every(([, here]) => here === undefined)).toBe(true);
  });

  test("shares one audience between conditions that differ in the order of their keys", () => {
    const { engine } = compile({
      experiences: {
        a: { slot: "s", if: { event: "A", where: { x: 1, y: 2 } }, show: { text: "a" } },
        b: { slot: "s", if: { where: { y: 2, x: 1 }, event: "A" }, show: { text: "b" } },
      },
    });
    expect(engine.plan.audiences).toHaveLength(1);
  });

  test("keeps a tally's key when other rules change", () => {
    const keys = (patch: Record<string, unknown>) => compile(patch).engine.plan.counters.map(({ key }) => key);
    const more = { segments: { a: { if: { event: "A", count: { $gte: 9 }, within: "1d" } } }, model: "shop" };
    expect(keys(more)).toEqual(expect.arrayContaining(keys({})));
  });

  test("refuses what no checked file can hold", () => {
    const site = { ...siteWith(), segments: { a: { if: { segment: "b" } }, b: { if: { segment: "a" } } } };
    expect(() => compileEngine(site)("en")).toThrow(new TypeError("segments read one another: a → b → a"));
    const late = { ...siteWith(), stages: { lead: { if: { event: "A", last: { $gt: "soon" } } } } };
    expect(() => compileEngine(late)("en")).toThrow(new TypeError('"soon" is not a duration'));
  });

  test("names only counters, segments and stages that there are", () => {
    const text = readFileSync(new URL("../../../../test/size/site.json", import.meta.url), "utf8");
    const parsed = parseSite(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { plan } = compileEngine(parsed.site)("it");
    const seen = JSON.stringify([plan.stages, plan.segments, plan.audiences]);
    const named = [...seen.matchAll(/\["(?:count|sum|distinct|first|last|without)",(\d+)(?:,(\d+),)?/g)].flatMap(
      ([, a, b]) => [a, b ?? a],
    );
    const facts = Object.values(plan.facts);
    expect(new Set([...named.map(Number), ...facts])).toEqual(new Set(plan.counters.keys()));
    for (const [, index] of seen.matchAll(/\["segment",(-?\d+)\]/g)) expect(plan.segments[Number(index)]).toBeDefined();
    const stages = plan.stages.map(([id]) => id);
    for (const [, id] of seen.matchAll(/\["stage","(\w+)"\]/g)) expect(stages).toContain(id);
  });
});
