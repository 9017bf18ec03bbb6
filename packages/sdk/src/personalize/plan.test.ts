import type { CompiledExperience, Standing } from "@ghostlight/rules";
import { expect, test } from "vitest";
import { chooseExperiences } from "./plan.ts";

const experience = (id: string, slot: string, audience: number): CompiledExperience => ({
  id,
  slot,
  audience,
  show: { text: id },
});
const standing = (...audiences: boolean[]): Standing => ({
  stage: "new",
  segments: [],
  audiences,
  flip: 0,
  ghost: true,
});
const ids = (...args: Parameters<typeof chooseExperiences>) =>
  [...chooseExperiences(...args)].map(([slot, { id }]) => `${slot}:${id}`);

test("each slot gets the experience of an audience that the visitor belongs to", () => {
  const experiences = [experience("a", "hero", 0), experience("b", "aside", 1)];
  expect(ids(experiences, standing(true, true))).toEqual(["hero:a", "aside:b"]);
  expect(ids(experiences, standing(false, true))).toEqual(["aside:b"]);
  expect(ids(experiences, standing(false, false))).toEqual([]);
});

test("of several for one slot the first in the site file wins", () => {
  const experiences = [experience("a", "hero", 0), experience("b", "hero", 1), experience("c", "hero", 1)];
  expect(ids(experiences, standing(true, true))).toEqual(["hero:a"]);
  expect(ids(experiences, standing(false, true))).toEqual(["hero:b"]);
});

test("experiences may share an audience", () => {
  const experiences = [experience("a", "hero", 0), experience("b", "aside", 0)];
  expect(ids(experiences, standing(true))).toEqual(["hero:a", "aside:b"]);
});

test("an audience that nobody evaluated holds for nobody", () => {
  expect(ids([experience("a", "hero", 7)], standing(true))).toEqual([]);
});
