import { describe, expect, test } from "vitest";
import { sequence } from "../../test/sequence.ts";
import { siteWith } from "../../test/site.ts";
import { OPERATORS } from "../condition/evaluate.ts";
import { PLAIN } from "../condition/operators.ts";
import { compileEngine } from "./compile-engine.ts";
import { usesOf } from "./uses.ts";

const usesWith = (patch: Record<string, unknown>) => usesOf(compileEngine(siteWith(patch))("en").plan);
const segment = (clause: unknown) => ({ segments: { s: { if: clause } } });

/** What each can be given. */
const OPERANDS: Readonly<Record<string, unknown>> = {
  $in: ["a"],
  $nin: ["a"],
  $ini: ["a"],
  $nini: ["a"],
  $all: ["a"],
  $alli: ["a"],
  $exists: true,
  $type: "string",
  $regex: "a",
  $regexi: "a",
  $size: 1,
  $elemMatch: { a: 1 },
  $not: { $eq: "a" },
};
const operandOf = (operator: string): unknown => OPERANDS[operator] ?? (operator.startsWith("$v") ? "1.2.3" : 1);
const inSites = OPERATORS.filter((one) => !/Group/.test(one));

test.each(["shop", "subscription", "content"])("what ships for a %s needs nothing of it", (model) => {
  expect(usesWith({ model })).toEqual({ operators: false, likes: false, reach: false, pageFacts: false });
});

describe("operators", () => {
  test.each(inSites)("%s is in every page, or asked for", (operator) => {
    const asked = !(Object.hasOwn(PLAIN, operator) || operator === "$not");
    const condition = { a: { [operator]: operandOf(operator) } };
    expect(usesWith(segment({ fact: condition })).operators).toBe(asked);
  });

  const RARE = { a: { $size: 2 } };
  test.each([
    ["of an event", segment({ event: "A", where: RARE, count: { $gte: 1 } })],
    ["of the event of a sequence", segment(sequence({ event: "A" }, { event: "B", where: RARE, within: "1d" }))],
    ["of the event that did not come", segment({ event: "A", without: { event: "B", where: RARE, within: "1d" } })],
    ["of a fact", { facts: { best: { event: "A", where: RARE, max: "a" } } }],
    ["within joined clauses", segment({ all: [{ any: [{ not: { fact: RARE } }] }] })],
    ["that keeps a segment", { segments: { s: { if: { fact: { a: 1 } }, stay: { fact: RARE } } } }],
    ["of a stage", { stages: { mine: { before: "lead", if: { fact: RARE } } } }],
    ["of an experience", { experiences: { e: { slot: "a", if: { fact: RARE }, show: { text: "a" } } } }],
    ["within joints", segment({ fact: { $or: [{ $and: [{ $nor: [{ $not: RARE }] }] }] } })],
    ["within another operator", segment({ fact: { a: { $not: { $size: 2 } } } })],
  ])("are found in the condition %s", (_, patch) => {
    expect(usesWith(patch).operators).toBe(true);
  });

  test("are not what names and values say", () => {
    expect(usesWith(segment({ fact: { "a.size": "$size", b: ["$regex"] } })).operators).toBe(false);
  });
});

test("where the visitor can be reached is asked for by clauses on channels, also those that ship with channels", () => {
  expect(usesWith(segment({ channel: "email" })).reach).toBe(true);
  expect(usesWith({ channels: ["email"] }).reach).toBe(true);
});

test.each([
  [{ path: "/sale" }, true],
  [{ "campaign.source": "news" }, true],
  [{ $or: [{ sessions: 2 }, { $and: [{ device: { $ne: "mobile" } }] }] }, true],
  [{ identified: true, "affinity.category.lamps": { $gte: 0.5 } }, false],
])("what the page tells of itself is asked for by %o: %s", (fact, asked) => {
  expect(usesWith(segment({ fact })).pageFacts).toBe(asked);
});

describe("what the visitor likes", () => {
  const AFFINITY = { affinity: "category", of: "lamps" };
  const SHARE = { ...AFFINITY, share: { $gte: 0.3 } };
  test.each([
    ["a share", segment(SHARE)],
    ["a score", segment({ ...AFFINITY, score: { $gte: 3 } })],
    ["a rank", segment({ ...AFFINITY, top: 2 })],
    [
      "a lift",
      {
        affinities: { category: { of: "category", baseline: { lamps: 0.2 } } },
        ...segment({ ...AFFINITY, lift: { $gte: 2 } }),
      },
    ],
    ["values that have segments", { affinities: { category: { of: "category", values: ["lamps"] } } }],
    ["what keeps a segment", { segments: { s: { if: { event: "A" }, stay: SHARE } } }],
    ["what an experience is for", { experiences: { e: { slot: "a", if: { not: SHARE }, show: { text: "a" } } } }],
  ])("is asked for by %s", (_, patch) => {
    expect(usesWith(patch).likes).toBe(true);
  });

  test("is not asked for by a fact", () => {
    expect(usesWith(segment({ fact: { "affinity.category.lamps": { $gte: 0.3 } } })).likes).toBe(false);
  });
});
