/** What a page loads of the language says the same as the whole, of all that a site file may hold. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Condition, evaluateCondition, type Json } from "./evaluate.ts";
import { createLanguage, meets } from "./holds.ts";
import { RARE_OPERATORS } from "./rare.ts";

type Case = [about: string, condition: Condition, attributes: Record<string, Json>, holds: boolean, groups?: unknown];

const file = new URL("../../cases/conditions.json", import.meta.url);
const { cases } = JSON.parse(readFileSync(file, "utf8")) as { cases: Case[] };
const holds = createLanguage(RARE_OPERATORS);
const plain = cases.filter(([, condition]) => !/\$(savedGroup|inGroup|notInGroup)/.test(JSON.stringify(condition)));

test.each(plain)("%s", (_, condition, attributes, wanted) => {
  const both = [meets(attributes, condition, holds), evaluateCondition(condition, attributes)];
  expect(both).toEqual([wanted, wanted]);
});

test("what is no condition does not hold", () => {
  expect(meets({}, { $not: null }, holds)).toBe(false);
});

test("saved groups are unknown to it, as to the check of the site file", () => {
  expect(meets({ id: "a" }, { id: { $inGroup: "vip" } }, holds)).toBe(false);
  expect(meets({ id: "a" }, { id: { $notInGroup: "vip" } }, holds)).toBe(false);
});
