import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, evaluateCondition, JOINTS, type Json, OPERATORS, type SavedGroups } from "./evaluate.ts";

type Case = [
  about: string,
  condition: Condition,
  attributes: Record<string, Json>,
  holds: boolean,
  groups?: SavedGroups,
];

const file = new URL("../../cases/conditions.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };

describe("cases/conditions.json", () => {
  test.each(cases)("%s", (_, condition, attributes, holds, groups) => {
    expect(evaluateCondition(condition, attributes, groups)).toBe(holds);
  });

  test("shows every operator and joint, holding and not", () => {
    for (const word of [...OPERATORS, ...JOINTS]) {
      const about = cases.filter(([, condition]) => JSON.stringify(condition).includes(`"${word}"`));
      expect(new Set(about.map(([, , , holds]) => holds)), word).toEqual(new Set([true, false]));
    }
  });
});

describe("a saved group", () => {
  const holds = (reference: Json, group: unknown, attributes: Record<string, unknown> = { a: "x", n: 1 }): boolean =>
    evaluateCondition({ $savedGroup: reference }, attributes, { g: group, 5: group } as SavedGroups);

  test("that is well formed holds for what is in it", () => {
    expect(holds({ id: "g" }, { type: "list", attributeKey: "a", values: ["x"] })).toBe(true);
    expect(holds({ id: "g" }, { type: "condition", condition: { n: 1 } })).toBe(true);
  });
  test.each<[about: string, reference: Json, group: unknown]>([
    ["is named by no text", { id: 5 }, { type: "condition", condition: {} }],
    [
      "is asked for by an attribute that is no text",
      { id: "g", attributeKey: 5 },
      { type: "condition", condition: {} },
    ],
    ["is a list of no attribute", { id: "g" }, { type: "list", values: ["x", null] }],
    ["is a list of an attribute that is no text", { id: "g" }, { type: "list", attributeKey: 5, values: [null] }],
    ["has no list of values", { id: "g" }, { type: "list", attributeKey: "a", values: "x" }],
    ["is of no known type", { id: "g" }, { type: "other", condition: { n: 1 } }],
    ["has a condition that is none", { id: "g" }, { type: "condition", condition: 5 }],
  ])("that %s holds for nobody", (_, reference, group) => {
    expect(holds(reference, group)).toBe(false);
  });
});

describe("versions", () => {
  const same = (one: string, other: string): boolean => evaluateCondition({ v: { $veq: other } }, { v: one });
  test("leave out a v in front and what was built, and nothing else", () => {
    expect([same("v1.2.3", "1.2.3"), same("1.2.3+v7", "1.2.3"), same("1.2.3-rev1", "1.2.3-re1")]).toEqual([
      true,
      true,
      false,
    ]);
  });
  test("are ordered by number where a part is one, by letter where it is not", () => {
    const before = (one: string, other: string): boolean => evaluateCondition({ v: { $vlt: other } }, { v: one });
    expect([before("1.2.9", "1.2.10"), before("1.2.3-9", "1.2.3-10")]).toEqual([true, true]);
    expect([before("1.2.3-10a", "1.2.3-9a"), before("1.2.3-a10", "1.2.3-a9")]).toEqual([true, true]);
  });
});

test("letters are the same in either case, though not where one becomes two", () => {
  expect(evaluateCondition({ a: { $ini: ["STRASSE", "Käse"] } }, { a: "KÄSE" })).toBe(true);
  expect(evaluateCondition({ a: { $ini: ["STRASSE"] } }, { a: "straße" })).toBe(false);
});

test("an expression is a text", () => {
  expect(evaluateCondition({ a: { $regex: 5 } }, { a: "5" })).toBe(false);
});

describe("whatever the condition", () => {
  const json = fc.jsonValue() as fc.Arbitrary<Json>;
  const name = fc.constantFrom("a", "b", "a.b", "constructor", "");
  const { condition } = fc.letrec<{ condition: Condition; expected: Json }>((tie) => ({
    condition: fc.dictionary(
      fc.oneof(name, fc.constantFrom(...JOINTS), fc.string()),
      fc.oneof(
        { depthSize: "small" },
        json,
        tie("expected"),
        tie("condition"),
        fc.array(tie("condition"), { maxLength: 3 }),
      ),
      { maxKeys: 3 },
    ),
    expected: fc.dictionary(
      fc.constantFrom(...OPERATORS),
      fc.oneof({ depthSize: "small" }, json, fc.integer(), tie("expected")),
      { maxKeys: 2 },
    ),
  }));
  const attributes = fc.dictionary(fc.oneof(name, fc.string()), fc.oneof(json, fc.integer()));

  test("it never throws", () => {
    fc.assert(fc.property(condition, attributes, (one, values) => typeof evaluateCondition(one, values) === "boolean"));
  });

  test("it never throws for values that JSON does not have", () => {
    const values = [undefined, Symbol("s"), 1n, () => 1, new Date(0), new Map(), Number.NaN];
    for (const value of values) {
      for (const operator of OPERATORS) {
        expect(evaluateCondition({ a: { [operator]: 5 } }, { a: value })).toBeTypeOf("boolean");
      }
    }
    expect(evaluateCondition({ a: { $lt: 5 } }, { a: Symbol("s") })).toBe(false);
  });

  test("of values that throw when looked at, it does not hold", () => {
    const thrower = () => {
      throw new Error("from the page");
    };
    const hostile: readonly unknown[] = [
      Object.defineProperty({}, "b", { get: thrower, enumerable: true }),
      new Proxy({}, { getOwnPropertyDescriptor: thrower }),
      new Proxy([], { get: thrower }),
      { b: { toString: thrower, toJSON: thrower } },
    ];
    for (const a of hostile) {
      expect(evaluateCondition({ "a.b": "x" }, { a })).toBe(false);
      expect(evaluateCondition({ "a.b": { x: 1 } }, { a })).toBe(false);
    }
  });

  test("what a prototype was given is missing", () => {
    expect(evaluateCondition({ "a.b": { $exists: true } }, { a: Object.create({ b: 1 }) })).toBe(false);
    expect(evaluateCondition({ "__proto__.b": 1 }, Object.create({ b: 1 }))).toBe(false);
  });

  test("a ring in the values or in the condition does not hold", () => {
    const ring: { self?: unknown } = {};
    ring.self = ring;
    expect(evaluateCondition({ a: { x: 1 } }, { a: ring })).toBe(false);
    expect(evaluateCondition(ring as Condition, {})).toBe(false);
    const joints: { $and: unknown[] } = { $and: [] };
    joints.$and.push(joints);
    expect(evaluateCondition(joints as Condition, {})).toBe(false);
  });

  test("a long list and a long text are looked through at once", () => {
    const list = Array.from({ length: 200_000 }, (_, index) => index);
    const text = "+".repeat(2_000_000);
    // Its own time, not that of others on a busy machine.
    const start = process.cpuUsage();
    expect(evaluateCondition({ a: { $in: [-1], $size: 200_000 } }, { a: list })).toBe(false);
    expect(evaluateCondition({ a: { $regex: "^[+]+$", $vgt: "1" } }, { a: `${text}\n` })).toBe(false);
    expect(process.cpuUsage(start).user).toBeLessThan(500_000);
  });

  const wellFormed = fc.letrec<{ condition: Condition; expected: Json }>((tie) => ({
    condition: fc.dictionary(name, fc.oneof({ depthSize: "small" }, json, tie("expected")), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
    expected: fc.dictionary(
      fc.constantFrom("$eq", "$ne", "$gt", "$lte", "$exists", "$type", "$not"),
      fc.oneof({ depthSize: "small" }, fc.integer(), fc.string(), tie("expected")),
      { maxKeys: 2, noNullPrototype: true },
    ),
  })).condition;
  const plain = fc.dictionary(name, fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null)));

  test("$nor and $not of it are the opposite", () => {
    fc.assert(
      fc.property(wellFormed, plain, (one, values) => {
        expect(evaluateCondition({ $nor: [one] }, values)).toBe(!evaluateCondition(one, values));
        expect(evaluateCondition({ $not: one }, values)).toBe(!evaluateCondition(one, values));
      }),
    );
  });

  test("$and and $or of two agree with both and either", () => {
    fc.assert(
      fc.property(wellFormed, wellFormed, plain, (a, b, values) => {
        const [first, second] = [evaluateCondition(a, values), evaluateCondition(b, values)];
        expect(evaluateCondition({ $and: [a, b] }, values)).toBe(first && second);
        expect(evaluateCondition({ $or: [a, b] }, values)).toBe(first || second);
      }),
    );
  });

  test("a saved condition holds as it does when written out", () => {
    fc.assert(
      fc.property(wellFormed, plain, (one, values) => {
        const groups = { g: { type: "condition", condition: one } };
        expect(evaluateCondition({ $savedGroup: { id: "g" } }, values, groups)).toBe(evaluateCondition(one, values));
      }),
    );
  });

  test("of two versions exactly one of $vlt, $veq and $vgt holds", () => {
    const version = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(version, version, (a, b) => {
        const held = ["$vlt", "$veq", "$vgt"].filter((operator) =>
          evaluateCondition({ v: { [operator]: b.join(".") } }, { v: a.join(".") }),
        );
        const at = a.findIndex((part, index) => part !== b[index]);
        expect(held).toEqual([at < 0 ? "$veq" : (a[at] ?? 0) < (b[at] ?? 0) ? "$vlt" : "$vgt"]);
      }),
    );
  });

  test("for two numbers exactly one of $lt, $eq and $gt holds", () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (n, operand) => {
        const held = ["$lt", "$eq", "$gt"].filter((operator) =>
          evaluateCondition({ n: { [operator]: operand } }, { n }),
        );
        expect(held).toHaveLength(1);
      }),
    );
  });
});
