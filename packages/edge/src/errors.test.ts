/** The one shape of refusals, and what of a failure may reach a log. */
import { expect, test } from "vitest";
import { answerFault, codeOf, describeFailure, methodNotAllowed, unknownSite } from "./errors.ts";

test("a refusal is JSON that no cache keeps, with its own header fields and those of the route", async () => {
  const answer = answerFault(methodNotAllowed("PUT", "GET, HEAD"), { Vary: "Origin" });
  expect(answer.status).toBe(405);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    allow: "GET, HEAD",
    vary: "Origin",
    "cache-control": "no-store",
    "content-type": "application/json; charset=utf-8",
    "x-content-type-options": "nosniff",
  });
  expect(await answer.json()).toEqual({
    ok: false,
    error: { code: "method_not_allowed", message: "PUT does not work here; GET, HEAD does." },
  });
});

test("issues are there when there are some", async () => {
  const issues = [{ path: "batch.0", message: "it must be an object" }];
  const answer = answerFault({ ...unknownSite("x"), issues });
  expect(await answer.json()).toMatchObject({ error: { code: "unknown_site", issues } });
});

test("a failure is described by name, code and place, never by its message", () => {
  const failure = Object.assign(new RangeError("visitor 1.2.3.4\n    wrote this"), { code: "SQLITE_FULL" });
  const text = describeFailure(failure);
  expect(text).toMatch(/^RangeError SQLITE_FULL\n\s+at .*errors\.test\.ts/);
  expect(text).not.toMatch(/visitor|wrote/);
  expect(text.split("\n").length).toBeLessThanOrEqual(9);
});

test("a message that looks like a place is left out too", () => {
  const text = describeFailure(new Error("x\n    at visitor@example.org"));
  expect(text).not.toContain("visitor@example.org");
});

test("whatever is thrown can be described", () => {
  expect(describeFailure("secret")).toBe("a thrown string");
  expect(describeFailure(undefined)).toBe("a thrown undefined");
  expect(codeOf(Object.assign(new Error(), { code: 7 }))).toBeUndefined();
});
