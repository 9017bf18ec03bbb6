/** What a page loads of the language says the same as the whole, of all that a site file may hold. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Condition, evaluateCondition, type Json } from "./evaluate.ts";
import { meets } from "./holds.ts";

type Case = [about: string, condition: Condition, attributes: Record<string, Json>, holds: boolean, groups?: unknown];

const file = new URL("../../cases/conditions.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };
const plain = cases.filter(([, condition]) => !/\$(savedGroup|inGroup|notInGroup)/.test(JSON.stringify(condition)));

test.each(plain)("%s", (_, condition, attributes, holds) => {
  expect([meets(attributes, condition), evaluateCondition(condition, attributes)]).toEqual([holds, holds]);
});

test("what is no condition does not hold", () => {
  expect(meets({}, { $not: null })).toBe(false);
});

test("saved groups are unknown to it, as to the check of the site file", () => {
  expect(meets({ id: "a" }, { id: { $inGroup: "vip" } })).toBe(false);
  expect(meets({ id: "a" }, { id: { $notInGroup: "vip" } })).toBe(false);
});
