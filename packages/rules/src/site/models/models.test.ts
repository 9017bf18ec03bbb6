import { describe, expect, test } from "vitest";
import { siteWith } from "../../../test/site.ts";
import { leavesOf } from "../clause/visit.ts";
import { compileEngine } from "../compile-engine.ts";
import { stagesOf } from "../stages.ts";
import { warningsOf } from "../warnings/warnings.ts";
import { STAGES } from "./model.ts";
import { MODEL_IDS, MODELS } from "./models.ts";

const stagesWith = (patch: Record<string, unknown>) => Object.fromEntries(stagesOf(siteWith(patch)));

describe.each(MODEL_IDS)("the model %s", (model) => {
  test("has every stage, compiles, and warns of nothing", () => {
    const site = siteWith({ model });
    expect(stagesOf(site).map(([id]) => id)).toEqual(STAGES);
    expect(compileEngine(site)("en").plan.wakes).toEqual(MODELS[model].wakes);
    expect(warningsOf(site)).toEqual([]);
  });

  test("takes each of its values from the site file", () => {
    const { values } = MODELS[model];
    const changed = (value: string | number) => (typeof value === "number" ? 77 : value === "big" ? "huge" : "77w");
    const before = JSON.stringify(stagesWith({ model }));
    for (const [name, value] of Object.entries(values)) {
      const one = (own: unknown) => JSON.stringify(stagesWith({ model, lifecycle: { [name]: own } }));
      if (typeof value !== "object") {
        expect([name, one(changed(value)) === before]).toEqual([name, false]);
        continue;
      }
      for (const [key, inner] of Object.entries(value)) {
        const text = one({ [key]: changed(inner) });
        expect([`${name}.${key}`, text === before]).toEqual([`${name}.${key}`, false]);
      }
    }
  });

  test("speaks of no other segment or stage", () => {
    const leaves = stagesOf(siteWith({ model })).flatMap(([, { if: enter, stay }]) =>
      [enter, ...(stay ? [stay] : [])].flatMap((clause) => leavesOf(clause, "")),
    );
    for (const { leaf } of leaves) expect("stage" in leaf || "segment" in leaf).toBe(false);
  });
});

describe("a shop", () => {
  test("keeps its heroes a little below what made them", () => {
    const { hero } = stagesWith({ lifecycle: { hero: { orders: 6, value: "huge" } }, revenue: "revenue" });
    expect(hero).toEqual({
      if: { all: [{ event: "Order Completed", count: { $gte: 6 }, within: "365d" }, { value: "huge" }] },
      stay: {
        all: [
          { event: "Order Completed", count: { $gte: 5 }, within: "365d" },
          { event: "Order Completed", sum: { revenue: { $gte: 1600 } }, within: "365d" },
        ],
      },
    });
  });

  test("asks of them four fifths to the cent: 0.8 × 333 would be a little more", () => {
    const { hero } = stagesWith({ valueSizes: { big: 333 } });
    expect(JSON.stringify(hero?.stay)).toContain('{"$gte":266.4}');
  });

  test("never lets a hero stay without an order", () => {
    const { hero } = stagesWith({ lifecycle: { hero: { orders: 1 } } });
    expect(JSON.stringify(hero?.stay)).toContain('"count":{"$gte":1}');
  });

  test("keeps the values beside those that the owner changed", () => {
    const { waiting } = stagesWith({ lifecycle: { waiting: { cart: "2h" } } });
    const text = JSON.stringify(waiting);
    for (const span of ["2h", "30d", "7d"]) expect(text).toContain(`"${span}"`);
    expect(text).not.toContain('"30m"');
  });

  test("ends a silence with the events that the owner names", () => {
    const { plan } = compileEngine(siteWith({ lifecycle: { wakes: ["Quote Asked"] } }))("en");
    expect(plan.wakes).toEqual(["Quote Asked"]);
  });
});
