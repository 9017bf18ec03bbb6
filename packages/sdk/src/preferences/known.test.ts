import { expect, test } from "vitest";
import { readProfile } from "./known.ts";

const preferences = (kept: Readonly<Record<string, unknown>> = {}) => ({ dump: async () => kept });
const about = { names: { stage_lead: "looking around" }, interests: [], reasons: {} };
const standing = () => ({ stage: "lead", segments: ["fans"] });
const nothing = async () => undefined;

test("what is known is where the visitor stands and all that is kept", async () => {
  const dump = { ghost: { n: 1 }, id: "x" };
  expect(
    await readProfile(
      standing,
      async () => dump,
      async () => about,
      preferences({ preferences: { topics: [] } }),
    ),
  ).toEqual({
    stage: "lead",
    segments: ["fans"],
    names: { stage_lead: "looking around" },
    interests: [],
    reasons: {},
    data: { ghost: { n: 1 }, id: "x", preferences: { topics: [] } },
  });
});

test("what is not kept is left out; nothing kept is nothing", async () => {
  expect(
    await readProfile(
      () => undefined,
      async () => ({ ghost: undefined, id: "x" }),
      nothing,
      preferences(),
    ),
  ).toEqual({
    segments: [],
    names: {},
    interests: [],
    reasons: {},
    data: { id: "x" },
  });
  expect(
    await readProfile(
      () => undefined,
      async () => ({ ghost: undefined }),
      nothing,
      preferences(),
    ),
  ).toEqual({
    segments: [],
    names: {},
    interests: [],
    reasons: {},
    data: undefined,
  });
});

test("where the visitor stands is looked at when all is read, which may have moved them on", async () => {
  const world = { stage: "new" };
  const about = async () => {
    world.stage = "lead";
    return undefined;
  };
  const profile = await readProfile(() => ({ ...world, segments: [] }), nothing, about, preferences());
  expect([profile.stage, profile.data]).toEqual(["lead", undefined]);
});
