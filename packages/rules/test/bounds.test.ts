/** How large a ghost can become. */
import { describe, expect, test, vi } from "vitest";
import {
  type Context,
  createGhost,
  type Ghost,
  receive,
  resumeLife,
  reviveGhost,
  standingOf,
  UTC,
  WHOLE,
} from "../src/index.ts";
import { compileRules } from "../src/site/compile-rules.ts";
import { rulesOf } from "../src/site/rules.ts";
import { siteWith } from "./site.ts";
import { chance, hostile } from "./world/hostile.ts";
import { PATIENCE } from "./world/words.ts";

vi.setConfig({ testTimeout: PATIENCE });

/** Bytes of JSON that no events can make it exceed, for these rules. */
const LARGEST = 10_240;
const BORN = Date.UTC(2026, 0, 1);
const CONTEXT: Context = {
  purposes: ["personalization"],
  channels: ["email"],
  facts: { device: "mobile" },
  calendar: UTC,
  ...WHOLE,
};

/** A shop with every shipped segment and ten of its own, with each kind of clause. */
const SHOP = compileRules(
  rulesOf(
    siteWith({
      model: "shop",
      segments: {
        a: { if: { event: "Product Viewed", count: { $gte: 5 }, within: "7d" } },
        b: { if: { event: "Product Viewed", distinct: { category: { $gte: 3 } }, within: "30d" } },
        c: { if: { event: "Order Completed", sum: { total: { $gte: 300 } }, within: "90d" } },
        d: { if: { event: "Order Completed", last: { $gt: "45d", $lte: "90d" } } },
        e: { if: { event: "Page Viewed", where: { path: "/sale" }, count: { $gte: 2 }, session: true } },
        f: { if: { affinity: "category", of: "lamps", share: { $gte: 0.4 } } },
        g: { if: { event: "Product Viewed", within: { days: 3 } } },
        h: { if: { event: "Product Added", count: { $gte: 2 }, between: ["1d", "30d"] } },
        i: { if: { all: [{ segment: "a" }, { not: { stage: "hero" } }] } },
        j: { if: { event: "Form Started", without: { event: "Form Submitted", within: "30m" } } },
      },
    }),
  ),
).plan;

const size = (ghost: Ghost): number => new TextEncoder().encode(JSON.stringify(ghost)).length;

describe("a ghost", () => {
  test("of a shop's good customer over a year is at most 4 kB", () => {
    const next = chance(7);
    const pick = (...items: string[]): string => items[Math.floor(next() * items.length)] ?? "";
    let life = resumeLife(SHOP, createGhost(BORN), BORN, CONTEXT);
    let at = BORN;
    for (let visit = 0; visit < 60; visit++) {
      at += Math.floor(next() * 12 * 86_400_000);
      for (let step = 0; step < 8; step++) {
        at += Math.floor(next() * 300_000);
        const name =
          step === 7 && visit % 6 === 0
            ? "Order Completed"
            : pick("Page Viewed", "Product Viewed", "Product Viewed", "Product Added");
        const properties = {
          path: "/",
          category: pick("lamps", "shades", "bulbs", "outdoor", "desk"),
          total: 49.9,
          order_id: `${visit}`,
        };
        const touch = pick("email", "search", "direct");
        life = receive(SHOP, life, { id: crypto.randomUUID(), name, at, properties, touch }, CONTEXT);
      }
    }
    expect(life.ghost.session.n).toBeGreaterThan(50);
    expect(standingOf(SHOP, life).segments.length).toBeGreaterThan(3);
    expect(size(life.ghost)).toBeLessThanOrEqual(4096);
  });

  test("of 10,000 events that mean no good is bounded, can be stored, and stands there as before", () => {
    const paths = ["category", "total", "score", "path", "products"];
    const events = hostile([...Object.keys(SHOP.events), "Identified", "Nothing"], paths, 10_000, BORN);
    let life = resumeLife(SHOP, createGhost(BORN), BORN, CONTEXT);
    let largest = 0;
    for (const [index, event] of events.entries()) {
      life = receive(SHOP, life, event, CONTEXT);
      if (index % 100 === 0) largest = Math.max(largest, size(life.ghost));
    }
    expect(largest).toBeLessThanOrEqual(LARGEST);
    expect(size(life.ghost)).toBeGreaterThan(4096);
    const now = life.ghost.asOf;
    const back = resumeLife(SHOP, reviveGhost(JSON.parse(JSON.stringify(life.ghost)), now, SHOP), now, CONTEXT);
    expect(back.transitions).toEqual([]);
    expect(standingOf(SHOP, back)).toEqual(standingOf(SHOP, life));
  });
});
