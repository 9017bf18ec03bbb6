import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { parseSite } from "./check.ts";
import { compileEngine } from "./compile-engine.ts";
import { SHOP_STAGES } from "./stages.ts";

const compile = (patch: Record<string, unknown> = {}, language = "en") => ({
  engine: compileEngine(siteWith(patch), language),
});
const viewed = { event: "Product Viewed" };

describe("the engine's part", () => {
  test("has the stages in order of priority, the last for everybody", () => {
    const { counters, stages } = compile().engine.plan;
    expect(stages.map(([name]) => name)).toEqual(["waiting", "occasional", "lead", "new"]);
    expect(stages.at(-1)).toEqual(["new", ["all", []]]);
    const [added, ordered, seen] = ["Product Added", "Order Completed", "Product Viewed"].map((event) =>
      counters.findIndex((counter) => counter.event === event),
    );
    expect(stages.slice(0, -1)).toEqual([
      ["waiting", ["without", added, ordered, 1_800_000]],
      ["occasional", ["count", ordered, { $gte: 1 }]],
      [
        "lead",
        [
          "any",
          [
            ["count", seen, { $gte: 3 }],
            ["count", added, { $gte: 1 }],
          ],
        ],
      ],
    ]);
  });

  test("takes the site's own stages in their place", () => {
    const { plan } = compile({ stages: { lead: { event: "Signed Up" }, waiting: { not: viewed } } }).engine;
    expect(plan.stages.map(([name]) => name)).toEqual(["waiting", "occasional", "lead", "new"]);
    expect(plan.stages[0]?.[1]).toEqual(["not", ["count", 0, { $gte: 1 }]]);
    expect(plan.counters.map(({ event }) => event)).toEqual(["Product Viewed", "Order Completed", "Signed Up"]);
  });

  test("has segments after those they read, named by index", () => {
    const { segments } = compile({
      segments: {
        all: { if: { all: [{ segment: "one" }, { segment: "two" }] } },
        two: { if: { segment: "one" } },
        one: { if: viewed },
      },
    }).engine.plan;
    expect(segments.map(([id]) => id)).toEqual(["one", "two", "all"]);
    expect(segments[1]?.[1]).toEqual(["segment", 0]);
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
      segments: { fans: { if: viewed } },
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
    expect(engine.language).toBe("en");
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

  test("refuses what no checked file can hold", () => {
    const site = { ...siteWith(), segments: { a: { if: { segment: "b" } }, b: { if: { segment: "a" } } } };
    expect(() => compileEngine(site, "en")).toThrow(new TypeError("segments read one another: a → b → a"));
    const late = { ...siteWith(), stages: { lead: { event: "A", last: { $gt: "soon" } } } };
    expect(() => compileEngine(late, "en")).toThrow(new TypeError('"soon" is not a duration'));
  });

  test("names only counters and segments that there are", () => {
    const text = readFileSync(new URL("../../../../test/size/site.json", import.meta.url), "utf8");
    const parsed = parseSite(text);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
    const { plan } = compileEngine(parsed.site, "it");
    const seen = JSON.stringify([plan.stages, plan.segments, plan.audiences]);
    const named = [...seen.matchAll(/\["(?:count|first|last|without)",(\d+)(?:,(\d+),)?/g)].flatMap(([, a, b]) => [
      a,
      b ?? a,
    ]);
    expect(new Set(named.map(Number))).toEqual(new Set(plan.counters.keys()));
    for (const [, index] of seen.matchAll(/\["segment",(-?\d+)\]/g)) expect(plan.segments[Number(index)]).toBeDefined();
    expect(new Set(plan.counters.map(({ key }) => key)).size).toBe(plan.counters.length);
    expect(Object.keys(SHOP_STAGES)).toEqual(plan.stages.slice(0, -1).map(([name]) => name));
  });
});
