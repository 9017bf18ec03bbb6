import { describe, expect, test } from "vitest";
import { issuesWith, siteWith } from "../../test/site.ts";
import { stageOrder, stagesOf } from "./stages.ts";

const A = { if: { event: "A" } };
const idsOf = (stages: Record<string, unknown>) => stagesOf(siteWith({ stages })).map(([id]) => id);
const STANDARD = ["lost", "at_risk", "waiting", "hero", "repeat", "occasional", "lead"];

describe("the order of stages", () => {
  test.each<[stages: Record<string, unknown>, order: string[]]>([
    [{}, STANDARD],
    [{ hero: false, lost: false }, ["at_risk", "waiting", "repeat", "occasional", "lead"]],
    [{ lead: A, hero: A }, STANDARD],
    [{ vip: { ...A, before: "lost" } }, ["vip", ...STANDARD]],
    [{ guest: { ...A, before: "new" } }, [...STANDARD, "guest"]],
    [{ one: { ...A, before: "new" }, two: { ...A, before: "new" } }, [...STANDARD, "one", "two"]],
    [{ hero: { ...A, before: "lost" } }, ["hero", "lost", "at_risk", "waiting", "repeat", "occasional", "lead"]],
    [{ one: { ...A, before: "two" }, two: { ...A, before: "lost" } }, ["one", "two", ...STANDARD]],
    [{ one: { ...A, before: "new" }, two: { ...A, before: "one" } }, [...STANDARD, "two", "one"]],
    [{ lead: false, one: { ...A, before: "new" } }, [...STANDARD.slice(0, -1), "one"]],
  ])("%j", (stages, order) => {
    expect(idsOf(stages)).toEqual(order);
  });

  test("has the owner's rule, with what it stays by, in the place of the model's", () => {
    const stages = Object.fromEntries(
      stagesOf(siteWith({ stages: { hero: { ...A, stay: { event: "B" }, text: "x" }, lead: A } })),
    );
    expect(stages.hero).toEqual({ ...A, stay: { event: "B" } });
    expect(stages.lead).toEqual(A);
    expect(stages.lost).toEqual({ if: { silent: { $gte: "120d" } } });
  });

  test("leaves over what waits for a place that there is not", () => {
    const stages = { one: { ...A, before: "two" }, two: { ...A, before: "one" }, three: { ...A } };
    expect(stageOrder({ stages })).toEqual({ placed: STANDARD, lost: ["one", "two", "three"] });
  });
});

describe("a stage is refused", () => {
  const places = '"lost", "at_risk", "waiting", "hero", "repeat", "occasional", "lead" or "new"';
  test.each<[stages: Record<string, unknown>, issue: Record<string, unknown>]>([
    [
      { vip: A },
      {
        path: "stages.vip.before",
        message: '"vip" is a further stage and has no place',
        mend: `add "before" with one of ${places}`,
      },
    ],
    [
      { leed: A },
      {
        path: "stages.leed.before",
        message: '"leed" is a further stage and has no place',
        mend: `add "before" with one of ${places}; or did you mean "lead"?`,
      },
    ],
    [
      { vip: { ...A, before: "heroe" } },
      { path: "stages.vip.before", value: "heroe", message: 'there is no stage "heroe"', mend: 'did you mean "hero"?' },
    ],
    [
      { vip: { ...A, before: "vip" } },
      {
        path: "stages.vip.before",
        value: "vip",
        message: "these stages wait for each other's place",
        mend: `use one of ${places}`,
      },
    ],
    [{ new: A }, { path: "stages.new", message: '"new" is everybody else\'s stage', mend: "take it out" }],
    [{ new: false }, { path: "stages.new", message: '"new" is everybody else\'s stage', mend: "take it out" }],
    [
      { losst: false },
      { path: "stages.losst", value: "losst", message: 'there is no stage "losst"', mend: 'did you mean "lost"?' },
    ],
    [
      { lead: true },
      {
        path: "stages.lead",
        value: true,
        message: "this is not a stage",
        mend: 'write {"if": {…}}, or false for a stage that is not used',
      },
    ],
  ])("%j", (stages, issue) => {
    expect(issuesWith({ stages })).toEqual([issue]);
  });
});
