import { expect, test } from "vitest";
import { readProfile } from "./known.ts";

const preferences = (kept: Readonly<Record<string, unknown>> = {}) => ({ dump: async () => kept });
const about = { names: { stage_lead: "looking around" }, interests: [], reasons: {} };
const standing = { stage: "lead", segments: ["fans"] };

test("what is known is where the visitor stands and all that is kept", async () => {
  const dump = { ghost: { n: 1 }, id: "x" };
  expect(await readProfile(standing, dump, preferences({ preferences: { topics: [] } }), about)).toEqual({
    stage: "lead",
    segments: ["fans"],
    names: { stage_lead: "looking around" },
    interests: [],
    reasons: {},
    data: { ghost: { n: 1 }, id: "x", preferences: { topics: [] } },
  });
});

test("what is not kept is left out; nothing kept is nothing", async () => {
  expect(await readProfile(undefined, { ghost: undefined, id: "x" }, preferences())).toEqual({
    segments: [],
    names: {},
    interests: [],
    reasons: {},
    data: { id: "x" },
  });
  expect(await readProfile(undefined, { ghost: undefined }, preferences())).toEqual({
    segments: [],
    names: {},
    interests: [],
    reasons: {},
    data: undefined,
  });
});
