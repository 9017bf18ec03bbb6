/** Keeps the sample site valid and as large as the budgets say it is. */
import { readFileSync } from "node:fs";
import { parseSite } from "@ghostlight/rules/site";
import { expect, test } from "vitest";
import { ASKING, SITUATIONS } from "../../packages/edge/src/cli/size/situations.ts";
import budgets from "./budgets.json" with { type: "json" };
import { NAMES } from "./measure.mjs";

const result = parseSite(readFileSync(new URL("site.json", import.meta.url), "utf8"));

test("the sample site is valid", () => {
  expect(result).toMatchObject({ ok: true });
});

test("it has 5 purposes, 8 services, 10 segments and 6 experiences", () => {
  if (!result.ok) throw new Error("The sample site is faulty.");
  const { purposes, services, segments, experiences } = result.site;
  const counts = [purposes, services, segments, experiences].map((part) => Object.keys(part).length);
  expect(counts).toEqual([5, 8, 10, 6]);
});

test("every budget is for files that are measured", () => {
  for (const { files, kB } of budgets.budgets) {
    expect(NAMES).toEqual(expect.arrayContaining(files));
    expect(kB).toBeGreaterThan(0);
  }
});

test("the budgets that `ghostlight check --size` prints are these", () => {
  const named = budgets.budgets.filter(({ what }) => SITUATIONS.some((one) => one.what === what));
  expect(named).toEqual(SITUATIONS.map(({ what, scripts, kB }) => ({ what, files: scripts, kB })));
  expect(budgets.budgets).toContainEqual({ ...ASKING, files: ["asking"] });
});
