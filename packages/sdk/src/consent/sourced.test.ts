import { expect, test } from "vitest";
import { createSourcedStore } from "./sourced.ts";

const asked = { purposes: ["analytics", "marketing"], revision: 3 };
const now = () => 20_000 * 86_400_000 + 5;
const store = (answers?: Record<string, boolean> | null) => createSourcedStore({ get: () => answers }, asked, now);

test("a tool without a choice is none", () => {
  expect(store().read()).toBeUndefined();
});

test("its choice is one of today, to the present questions; what it does not say is refused", () => {
  const answers = { analytics: true, marketing: false };
  expect(store({ analytics: true, other: true }).read()).toEqual({
    day: 20_000,
    revision: 3,
    answers,
    services: {},
    gpc: true,
  });
});

test("while nobody knows there is nothing but a no, and to other questions", () => {
  const answers = { analytics: false, marketing: false };
  expect(store(null).read()).toEqual({ day: 20_000, revision: -1, answers, services: {}, gpc: true });
});

test("what it has written differs as its choices do", () => {
  const texts = [undefined, null, {}, { analytics: true }, { analytics: false }].map((answers) =>
    store(answers).asWritten(),
  );
  expect(new Set(texts).size).toBe(5);
  expect(store({ analytics: true }).asWritten()).toBe(texts[3]);
});

test("writing changes nothing", () => {
  const one = store({ analytics: true });
  one.write(undefined, 0);
  expect(one.read()?.answers.analytics).toBe(true);
});
