/** What must not travel, as a site file without a word about it has it: through the compiler, then as in the page. */
import { checkSite, compileSite } from "@ghostlight/rules/site";
import { describe, expect, test } from "vitest";
import { redact } from "../../packages/sdk/src/collect/redact.ts";
import cases from "./cases.json" with { type: "json" };

type Where = "properties" | "traits" | "page";
type Case = readonly [shows: string | readonly [Where], before: unknown, after?: unknown];

const rulesOf = (patch: object = {}) => {
  const checked = checkSite({ site: "shop", origins: ["https://shop.example"], ...patch });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return compileSite(checked.site, "en", {}).engine.redact;
};
const RULES = rulesOf();

const whereOf = (shows: Case[0]): Where => (typeof shows === "string" ? "properties" : shows[0]);
const listed = (list: unknown) =>
  (list as Case[]).map((one) => [`${one[0]}`, JSON.stringify(one[1]).slice(0, 80), one] as const);

describe("is redacted", () => {
  test.each(listed(cases.redacted))("%s: %s", (_, __, [shows, before, after]) => {
    const copy = structuredClone(before);
    const redacted = redact(before, RULES, whereOf(shows));
    expect(redacted).toEqual(after);
    expect(before).toEqual(copy);
    expect(redact(redacted, RULES, whereOf(shows))).toEqual(redacted);
  });
});

describe("travels as it is", () => {
  test.each(listed(cases.kept))("%s: %s", (_, __, [shows, value]) => {
    expect(redact(value, RULES, whereOf(shows))).toEqual(value);
  });
});
