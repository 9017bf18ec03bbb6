/** Sums of money: as people add them, to the last digit, beside whole numbers. */
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { type Context, createGhost, elapse, receive, resumeLife, standingOf, UTC, WHOLE } from "../src/index.ts";
import { factsOf } from "../src/life/facts.ts";
import { compileRules } from "../src/site/compile-rules.ts";
import { rulesOf } from "../src/site/rules.ts";
import { siteWith } from "./site.ts";
import { PATIENCE, runs } from "./world/words.ts";

vi.setConfig({ testTimeout: PATIENCE });

const BORN = Date.UTC(2026, 0, 1);
const DAY = 86_400_000;
const CONTEXT: Context = { purposes: ["personalization"], channels: [], facts: {}, calendar: UTC, ...WHOLE };

/** How many ten-thousandths, as a decimal number: nothing is computed, but read. */
const decimal = (parts: bigint | number): number => {
  const digits = `${parts}`.replace("-", "").padStart(5, "0");
  return Number(`${parts < 0 ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`);
};

/** Where a customer of these orders stands, where the rules ask for `total`, and what came to them. `days`: of each order. */
function standOf(amounts: readonly number[], total: number, days: readonly number[] = []) {
  const whose = (sum: object, window = {}) => ({ if: { event: "Order Completed", sum: { total: sum }, ...window } });
  const asked = { reached: { $gte: total }, exact: { $eq: total }, passed: { $gt: total } };
  const segments = Object.entries(asked).flatMap(([name, sum]) => [
    [name, whose(sum)],
    [`${name}-lately`, whose(sum, { within: "365d" })],
  ]);
  const { plan } = compileRules(rulesOf(siteWith({ segments: Object.fromEntries(segments) })));
  const begun = resumeLife(plan, createGhost(BORN), BORN, CONTEXT);
  const life = amounts.reduce((one, amount, place) => {
    const at = BORN + (days[place] ?? place) * DAY;
    const properties = { total: amount, revenue: amount };
    return receive(plan, one, { id: `${place}`, name: "Order Completed", at, properties }, CONTEXT);
  }, begun);
  const stands = standingOf(plan, elapse(plan, life, BORN + 200 * DAY, CONTEXT)).segments;
  return {
    segments: Object.keys(Object.fromEntries(segments)).filter((name) => stands.includes(name)),
    revenue: factsOf(plan, life.ghost).revenue,
  };
}

const EXACT = ["reached", "reached-lately", "exact", "exact-lately"];

test.each<[string, readonly number[], number]>([
  ["what binary fractions would leave short", [...Array<number>(12).fill(0.64), 92.32], 100],
  ["what they would take beyond", [0.1, 0.2], 0.3],
  ["a refund", [92.32, 0.01, -92.32], 0.01],
  ["a refund of all", [0.1, 0.2, -0.3], 0],
  ["more refunds than orders", [0.1, -0.2, -0.2], -0.3],
  ["whole numbers that have no room for a fraction", [1e12, 1e12, -1e12, 3], 1e12 + 3],
  ["whole numbers beyond millionths", [9_007_199_254, 740_991, 9_007_199_254, 1], 18_015_139_500],
  ["ten thousandths of a billion", [999_999_998.9999, 0.0001], 999_999_999],
])("of %s is what people say it is", (_, amounts, total) => {
  expect(standOf(amounts, total)).toEqual({ segments: EXACT, revenue: total });
});

test("whatever the amounts, their order, and whichever are kept as one, is that of their ten-thousandths (property)", () => {
  const parts = fc.oneof(
    fc.integer({ min: -1_000_000, max: 10_000_000 }),
    fc.integer({ min: 0, max: 1_000_000 }).map((cents) => 100 * cents),
  );
  const order = fc.tuple(parts, fc.integer({ min: 0, max: 150 }));
  fc.assert(
    fc.property(fc.array(order, { minLength: 1, maxLength: 150 }), (orders) => {
      const total = decimal(orders.reduce((sum, [part]) => sum + BigInt(part), 0n));
      const amounts = orders.map(([part]) => decimal(part));
      const days = orders.map(([, day]) => day);
      expect(standOf(amounts, total, days)).toEqual({ segments: EXACT, revenue: total });
    }),
    runs(200),
  );
});
