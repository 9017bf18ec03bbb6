import { describe, expect, test } from "vitest";
import { SMALLEST, siteWith } from "../../../test/site.ts";
import { checkSite } from "../check.ts";
import { warningsOf } from "./warnings.ts";

const A = { event: "A" };
const NEVER = { event: "A", count: { $gt: 5, $lt: 3 } };
const segment = (clause: unknown) => ({ segments: { s: { if: clause } } });
const EXCLUDE = "its conditions exclude one another: loosen one of them";

const warnings = (patch: Record<string, unknown>) => {
  const checked = checkSite({ ...SMALLEST, ...patch });
  return checked.ok ? checked.warnings : [{ path: "refused", message: JSON.stringify(checked.issues) }];
};

describe("a right file is warned of", () => {
  test.each<[patch: Record<string, unknown>, warning: Record<string, unknown>]>([
    [segment(NEVER), { path: "segments.s.if", message: 'nobody can ever be in "s"', mend: EXCLUDE }],
    [
      { experiences: { e: { slot: "top", if: { all: [A, { not: A }] }, show: { text: "x" } } } },
      { path: "experiences.e.if", message: 'nobody can ever see "e"', mend: EXCLUDE },
    ],
    [
      { stages: { hero: { if: NEVER } } },
      {
        path: "stages.hero",
        message: 'nobody can ever be in the stage "hero"',
        mend: "its conditions exclude one another",
      },
    ],
    [
      { lifecycle: { at_risk: "200d" } },
      {
        path: "stages.at_risk",
        message: 'nobody can ever be in the stage "at_risk": whoever could is in "lost", which comes before it',
        mend: "change one of their conditions, or their order",
      },
    ],
    [
      { stages: { top: { if: { event: "Order Completed", count: { $gte: 9 } }, before: "lead" } } },
      {
        path: "stages.top",
        message: 'nobody can ever be in the stage "top": whoever could is in "occasional", which comes before it',
        mend: "change one of their conditions, or their order",
      },
    ],
    [
      { stages: { lead: { if: { not: NEVER } } } },
      {
        path: "stages.new",
        message: 'nobody can ever be in the stage "new": whoever could is in "lead", which comes before it',
        mend: "change one of their conditions, or their order",
      },
    ],
    [
      { purposes: { marketing: false }, ...segment({ consent: "marketing" }) },
      {
        path: "segments.s.if.consent",
        value: "marketing",
        message: 'nobody is asked about "marketing", so it is never granted',
        mend: 'ask for it under purposes, or use one of "analytics" or "personalization"',
      },
    ],
    [
      segment({ consent: "necessary" }),
      {
        path: "segments.s.if.consent",
        value: "necessary",
        message: '"necessary" is always granted',
        mend: "take this clause out",
      },
    ],
    [
      { channels: ["email"], ...segment({ any: [{ channel: "email" }, { channel: "sms" }] }) },
      {
        path: "segments.s.if.any.1.channel",
        value: "sms",
        message: 'the site does not use "sms", so nobody can be reached there',
        mend: 'add "sms" to channels, or take this clause out',
      },
    ],
    [
      segment({ fact: { ordres: { $gte: 2 }, device: "mobile", nps: { $gte: 9 } } }),
      {
        path: "segments.s.if.fact.ordres",
        value: "ordres",
        message: 'there is no fact "ordres", so it has no value',
        mend: 'did you mean "orders"?',
      },
    ],
    [
      { facts: { lists: A }, ...segment({ fact: { lists: 1, weather: "sunny" } }) },
      {
        path: "segments.s.if.fact.weather",
        value: "weather",
        message: 'there is no fact "weather", so it has no value',
        mend: "define it under facts",
      },
    ],
    [
      segment({ affinity: "category", of: "shoes", lift: { $gte: 2 } }),
      {
        path: "segments.s.if.lift",
        message: 'there is no baseline for "shoes", so nothing is known to be above it',
        mend: "add it under affinities.category.baseline",
      },
    ],
    [
      segment({ event: "product_viewed" }),
      {
        path: "segments.s.if",
        value: "product_viewed",
        message: '"product_viewed" is not spelled as in the Segment spec',
        mend: 'write "Product Viewed", unless the page tracks it like this',
      },
    ],
    [
      segment({ not: { event: "Product Added", without: { event: "order completed", within: "1h" } } }),
      {
        path: "segments.s.if.not",
        value: "order completed",
        message: '"order completed" is not spelled as in the Segment spec',
        mend: 'write "Order Completed", unless the page tracks it like this',
      },
    ],
    [
      segment({ event: "A", sum: { total: { $gte: 5 } }, within: "30d" }),
      {
        path: "segments.s.if",
        message: "this is exact for up to 64 events in its window, approximate beyond",
        mend: "a sum without a window is always exact",
      },
    ],
    [
      segment({ event: "A", count: { $gte: 5 }, between: ["7d", "30d"] }),
      {
        path: "segments.s.if",
        message: "this is exact for up to 64 events in its window, approximate beyond",
        mend: 'a count "within" one duration is always exact',
      },
    ],
    [
      { purposes: { personalization: false }, experiences: { e: { slot: "top", if: A, show: { text: "x" } } } },
      {
        path: "purposes.personalization",
        value: false,
        message: 'nobody is asked about "personalization", so nothing can ever come of "experiences"',
        mend: 'take this line out, so that it is asked, or take out "experiences"',
      },
    ],
    [
      {
        purposes: { personalization: false },
        facts: { lists: A },
        snapshot: true,
        ...segment(A),
      },
      {
        path: "purposes.personalization",
        value: false,
        message:
          'nobody is asked about "personalization", so nothing can ever come of "facts", "segments" or "snapshot"',
        mend: 'take this line out, so that it is asked, or take out "facts", "segments" or "snapshot"',
      },
    ],
  ])("%j", (patch, warning) => {
    expect(warnings(patch)).toEqual([warning]);
  });
});

describe("nothing is said of", () => {
  test.each<[patch: Record<string, unknown>]>([
    [{}],
    [{ model: "content" }],
    [{ purposes: { personalization: false } }],
    [{ purposes: { personalization: { text: "For you." } }, ...segment(A) }],
    [{ channels: ["email"], ...segment({ channel: "email", preferred: true }) }],
    [
      {
        affinities: { category: { baseline: { shoes: 0.2 } } },
        ...segment({ affinity: "category", of: "shoes", lift: { $gte: 2 } }),
      },
    ],
    [segment({ event: "A", sum: { total: { $gte: 5 } }, between: ["2026-12-01", "2026-12-24"] })],
    [segment({ event: "A", sum: { total: { $gte: 5 } } })],
    [segment({ event: "Lamp Lit", count: { $gte: 900 }, within: "30d" })],
    [{ lifecycle: { lost: "1y", at_risk: "6mo" } }],
    [{ stages: { hero: { if: { event: "Order Completed", count: { $gte: 9 } } } } }],
  ])("%j", (patch) => {
    expect(warnings(patch)).toEqual([]);
  });
});

test("a file that is refused has its faults told first", () => {
  expect(checkSite({ ...SMALLEST, ...segment(NEVER), site: "X Y" })).toMatchObject({ ok: false });
  expect(warningsOf(siteWith(segment(NEVER)))).toHaveLength(1);
});
