/** What must not travel, as a site file without a word about it has it: through the compiler, then as in the page. */
import { describe, expect, test } from "vitest";
import cases from "./cases.json" with { type: "json" };
import { redactorOf } from "./redactor.ts";

type Where = "properties" | "traits" | "page";
type Case = readonly [shows: string | readonly [Where], before: unknown, after?: unknown];

const { clean, isSuspect } = redactorOf();

const redact = <Value>(value: Value, where: Where): Value => clean(value, where === "traits");
const whereOf = (shows: Case[0]): Where => (typeof shows === "string" ? "properties" : shows[0]);
const listed = (list: unknown) =>
  (list as Case[]).map((one) => [`${one[0]}`, JSON.stringify(one[1]).slice(0, 80), one] as const);

describe("is redacted", () => {
  test.each(listed(cases.redacted))("%s: %s", (_, __, [shows, before, after]) => {
    const copy = structuredClone(before);
    const redacted = redact(before, whereOf(shows));
    expect(redacted).toEqual(after);
    expect(isSuspect([before])).toBe(true);
    expect(before).toEqual(copy);
    expect(redact(redacted, whereOf(shows))).toEqual(redacted);
  });
});

describe("travels as it is", () => {
  test.each(listed(cases.kept))("%s: %s", (_, __, [shows, value]) => {
    expect(redact(value, whereOf(shows))).toEqual(value);
  });
});
