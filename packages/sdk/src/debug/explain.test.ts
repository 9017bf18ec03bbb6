import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createReporter, type NoteCode } from "../env/report.ts";
import { explain } from "./explain.ts";
import { watchPage } from "./watch.ts";

/** Every code, as the type lists them. */
const source = readFileSync(join(import.meta.dirname, "../env/report.ts"), "utf8");
const codes = [...source.matchAll(/^ {2}\| "([a-z-]+)"/gm)].map(([, code]) => code as NoteCode);

afterEach(() => void vi.restoreAllMocks());

describe("explaining", () => {
  test("the codes are found", () => expect(codes.length).toBeGreaterThan(8));

  test.each(codes)("%s has a sentence of its own", (code) => {
    const { text } = explain({ code });
    expect(text).toMatch(/^ghostlight: \S.*\S$/);
    expect(codes.filter((other) => explain({ code: other }).text === text)).toEqual([code]);
  });

  test.each(["exception", "listener", "unknown-command", "bad-event", "delivery-refused"] as const)(
    "%s asks somebody to act",
    (code) => expect(explain({ code }).warning).toBe(true),
  );

  test.each(["cookie-denied", "storage-memory", "no-consent", "delivery-retry"] as const)("%s does not", (code) =>
    expect(explain({ code }).warning).toBe(false),
  );
});

test("of an element that stays blocked it is said what may be missing", () => {
  expect(explain({ code: "unknown-purpose" }).text).toMatch(
    /not declared in the site file.*static files.*purposes\.analytics/,
  );
});

test("every note, past and to come, is printed with its detail", () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const info = vi.spyOn(console, "info").mockImplementation(() => {});
  vi.spyOn(console, "error").mockImplementation(() => {});
  const reporter = createReporter();
  const { note } = reporter;
  note("unknown-command", "trak");
  watchPage({ hosts: [] }, reporter, "https://shop.example/g/shop/e", () => () => {});
  note("no-consent");
  expect(warn.mock.calls).toEqual([[expect.stringContaining("ghostlight: there is no such command"), "trak"]]);
  expect(info.mock.calls).toEqual([
    [expect.stringMatching(/version .*; batches go to https:\/\/shop\.example\/g\/shop\/e$/)],
    [expect.stringContaining("not granted")],
  ]);
});
