import { describe, expect, test } from "vitest";
import { sequence } from "../../../test/sequence.ts";
import type { ClauseSource } from "../clause/source.ts";
import { implies } from "./implies.ts";
import { verdictOf } from "./verdict.ts";

const A: ClauseSource = { event: "A" };
const NEVER: ClauseSource = { event: "A", count: { $gt: 5, $lt: 3 } };
const ALWAYS: ClauseSource = { event: "A", count: { $gte: 0 } };
const shoes = { affinity: "category", of: "shoes" };

describe("never holds", () => {
  test.each<[clause: ClauseSource]>([
    [NEVER],
    [{ event: "A", count: { $gt: 2, $lt: 3 } }],
    [{ event: "A", count: { $lt: 0 } }],
    [{ event: "A", count: { $eq: 2, $ne: 2 } }],
    [{ event: "A", sum: { total: { $gt: 5, $lt: 5.5, $lte: 4 } } }],
    [{ event: "A", distinct: { x: { $gt: 3, $lt: 4 } } }],
    [{ event: "A", last: { $gt: "90d", $lte: "45d" } }],
    [{ event: "A", first: { $gte: "2mo", $lt: "4w" } }],
    [{ silent: { $gte: "2w", $lt: "7d" } }],
    [{ ...shoes, share: { $gt: 0.5, $lt: 0.3 } }],
    [{ ...shoes, lift: { $gt: 5, $lt: 3 } }],
    [{ event: "A", where: { price: { $gt: 50, $lt: 20 } } }],
    [{ event: "A", where: { category: { $in: [] } } }],
    [{ event: "A", where: { $or: [{ x: { $in: [] } }, { y: { $gt: 2, $lt: 1 } }] } }],
    [{ event: "A", where: { $and: [{ a: 1 }, { x: { $in: [] } }] } }],
    [{ fact: { orders: { $gte: 5, $lt: 5 } } }],
    [{ all: [A, NEVER] }],
    [{ any: [NEVER, { not: ALWAYS }] }],
    [{ not: { any: [A, ALWAYS] } }],
    [{ all: [A, { not: A }] }],
    [{ all: [A, { all: [{ not: { event: "A" } }, { event: "B" }] }] }],
    [{ all: [{ stage: "hero" }, { stage: "lead" }] }],
    [
      {
        all: [
          { event: "A", count: { $gte: 5 }, within: "7d" },
          { event: "A", count: { $lt: 3 }, within: "7d" },
        ],
      },
    ],
    [
      {
        all: [
          { event: ["A", "B"], last: { $gt: "30d" } },
          { event: ["B", "A"], last: { $lt: "7d" } },
        ],
      },
    ],
    [{ all: [{ silent: { $gte: "60d" } }, { all: [{ silent: { $lt: "30d" } }] }] }],
    [{ segment: "never" }],
    [{ not: { segment: "always" } }],
    [sequence({ event: "A" }, { event: "B", within: "1d" }, { count: { $lt: 0 } })],
  ])("%j", (clause) => {
    expect(verdictOf(clause, { never: { if: NEVER }, always: { if: { segment: "more" } }, more: { if: ALWAYS } })).toBe(
      "never",
    );
  });
});

describe("always holds", () => {
  test.each<[clause: ClauseSource]>([
    [ALWAYS],
    [{ event: "A", count: { $gt: -1 }, within: "1d" }],
    [{ not: NEVER }],
    [{ all: [ALWAYS, { not: NEVER }] }],
    [{ any: [A, ALWAYS] }],
    [{ event: "A", where: { price: { $gt: 50, $lt: 20 } }, count: { $lt: 1 } }],
  ])("%j", (clause) => {
    expect(verdictOf(clause, {})).toBe("always");
  });
});

describe("may hold or not", () => {
  test.each<[clause: ClauseSource]>([
    [A],
    [{ not: A }],
    [{ event: "A", count: { $gte: 3, $lte: 3 } }],
    [{ event: "A", last: { $gt: "27d", $lt: "1mo" } }],
    [{ event: "A", sum: { total: { $gt: 2, $lt: 3 } } }],
    [{ event: "A", sum: { total: { $lt: 0 } } }],
    [{ ...shoes, top: 1 }],
    [{ event: "A", where: { tags: { $in: ["x"] } } }],
    [{ event: "A", where: { name: { $gt: "b", $lt: "a" } } }],
    [{ any: [NEVER, A] }],
    [
      {
        all: [
          { event: "A", count: { $gte: 5 } },
          { event: "A", count: { $lt: 3 }, within: "7d" },
        ],
      },
    ],
    [
      {
        all: [
          { event: "A", where: { x: 1 }, count: { $gte: 5 } },
          { event: "A", count: { $lt: 3 } },
        ],
      },
    ],
    [{ event: "A", without: { event: "A", within: "1d" } }],
    [{ any: [{ stage: "hero" }, { stage: "lead" }] }],
    [{ segment: "nowhere" }],
  ])("%j", (clause) => {
    expect(verdictOf(clause, {})).toBeUndefined();
  });
});

describe("one clause implies another", () => {
  const count = (n: number, within?: string): ClauseSource => ({
    event: "A",
    count: { $gte: n },
    ...(within && { within }),
  });
  test.each<[a: ClauseSource, b: ClauseSource, implied: boolean]>([
    [A, A, true],
    [A, { event: "A", count: { $gte: 1 } }, true],
    [count(3), count(2), true],
    [count(2), count(3), false],
    [count(2, "7d"), count(2), true],
    [count(2), count(2, "7d"), false],
    [count(2, "7d"), { event: "A", count: { $eq: 2 } }, false],
    [{ event: "A", count: { $ne: 3, $gte: 1 }, within: "7d" }, { event: "A", count: { $ne: 3 } }, false],
    [count(2, "7d"), count(2, "30d"), false],
    [{ event: "A", sum: { x: { $gte: 5 } }, within: "7d" }, count(1), false],
    [{ silent: { $gte: "120d" } }, { silent: { $gte: "60d" } }, true],
    [{ silent: { $gte: "60d" } }, { silent: { $gte: "120d" } }, false],
    [{ silent: { $gte: "2mo" } }, { silent: { $gte: "60d" } }, false],
    [{ all: [A, { event: "B" }] }, A, true],
    [A, { all: [A, { event: "B" }] }, false],
    [A, { any: [{ event: "B" }, A] }, true],
    [{ any: [A, { event: "B" }] }, A, false],
    [{ any: [count(3), count(4)] }, count(2), true],
    [{ not: count(2) }, { not: count(3) }, true],
    [{ not: count(3) }, { not: count(2) }, false],
    [A, { not: { event: "B" } }, false],
    [A, { stage: "new" }, false],
  ])("%j ⇒ %j: %s", (a, b, implied) => {
    expect(implies(a, b)).toBe(implied);
  });
});
