import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createReporter } from "./report.ts";

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

test("a follower hears what was, then what comes", () => {
  const { note, follow } = createReporter();
  const read = vi.fn();
  note("chunk", "first");
  follow((one) => read(one));
  note("no-template", "second");
  const notes = [
    { code: "chunk", detail: "first" },
    { code: "no-template", detail: "second" },
  ];
  expect(read.mock.calls).toEqual(notes.map((one) => [one]));
});

test("of many notes the latest fifty are kept", () => {
  const { note, follow } = createReporter();
  for (let index = 0; index < 60; index++) note("delivery-retry", index);
  const details: unknown[] = [];
  follow(({ detail }) => details.push(detail));
  expect(details).toEqual(Array.from({ length: 50 }, (_, index) => index + 10));
});

test.each(["exception", "listener", "unknown-command", "bad-event"] as const)("%s is said without asking", (code) => {
  createReporter().note(code, "why");
  expect(console.error).toHaveBeenCalledWith(`ghostlight: ${code}`, "why");
});

test.each(["cookie-denied", "storage-memory", "delivery-retry", "no-consent"] as const)("%s is quiet", (code) => {
  createReporter().note(code);
  expect(console.error).not.toHaveBeenCalled();
});

test("nothing is said twice where somebody follows", () => {
  const { note, follow } = createReporter();
  follow(() => {});
  note("exception");
  expect(console.error).not.toHaveBeenCalled();
});
