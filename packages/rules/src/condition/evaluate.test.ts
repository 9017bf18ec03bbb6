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
    const start = performance.now();
    expect(evaluateCondition({ a: { $in: [-1], $size: 200_000 } }, { a: list })).toBe(false);
    expect(evaluateCondition({ a: { $regex: "^[+]+$", $vgt: "1" } }, { a: `${text}\n` })).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
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
