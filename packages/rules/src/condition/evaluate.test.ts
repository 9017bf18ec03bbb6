import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Condition, evaluateCondition, JOINTS, type Json, OPERATORS } from "./evaluate.ts";

type Case = [about: string, condition: Condition, attributes: Record<string, Json>, holds: boolean];

const file = new URL("../../cases/conditions.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };

describe("cases/conditions.json", () => {
  test.each(cases)("%s", (_, condition, attributes, holds) => {
    expect(evaluateCondition(condition, attributes)).toBe(holds);
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

  test("$nor of it is the opposite", () => {
    fc.assert(
      fc.property(condition, attributes, (one, values) => {
        expect(evaluateCondition({ $nor: [one] }, values)).toBe(!evaluateCondition(one, values));
      }),
    );
  });

  test("$and and $or of two agree with both and either", () => {
    fc.assert(
      fc.property(condition, condition, attributes, (a, b, values) => {
        const [first, second] = [evaluateCondition(a, values), evaluateCondition(b, values)];
        expect(evaluateCondition({ $and: [a, b] }, values)).toBe(first && second);
        expect(evaluateCondition({ $or: [a, b] }, values)).toBe(first || second);
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
