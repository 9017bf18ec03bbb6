import { expect, test } from "vitest";
import { answersOf } from "./answers.ts";

const preferences = (accepted: readonly string[], rejected: readonly string[]) => ({
  acceptedCategories: accepted,
  rejectedCategories: rejected,
});

test("a category stands for the purpose of its name", () => {
  expect(answersOf(preferences(["necessary", "analytics"], ["marketing"]), {})).toEqual({
    necessary: true,
    analytics: true,
    marketing: false,
  });
});

test("or for those that the site names, one, several or none", () => {
  const categories = { ads: "marketing", comfort: ["functional", "personalization"], odd: [] };
  expect(answersOf(preferences(["comfort", "odd"], ["ads"]), categories)).toEqual({
    functional: true,
    personalization: true,
    marketing: false,
  });
});

test("a purpose that several categories stand for needs all of them", () => {
  const categories = { ads: "marketing", social: "marketing" };
  expect(answersOf(preferences(["ads"], ["social"]), categories)).toEqual({ marketing: false });
  expect(answersOf(preferences(["social"], ["ads"]), categories)).toEqual({ marketing: false });
  expect(answersOf(preferences(["social", "ads"], []), categories)).toEqual({ marketing: true });
});

test("names that objects have of their own are names like any other", () => {
  expect(answersOf(preferences(["toString"], ["constructor"]), {})).toEqual({ toString: true, constructor: false });
});
