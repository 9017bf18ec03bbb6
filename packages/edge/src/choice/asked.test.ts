/** Who is taken for somebody that is going to be asked. */
import { describe, expect, test } from "vitest";
import { createAsked } from "./asked.ts";

const asked = createAsked(["en", "it"]);
const from = (fields: Record<string, string>) => asked(new Headers({ "Sec-Fetch-Site": "same-origin", ...fields }));

describe("from the page's own origin", () => {
  test.each([
    [{}, "en"],
    [{ "Accept-Language": "it-IT, en;q=0.5" }, "it"],
    [{ "Accept-Language": "de" }, "en"],
    [{ Cookie: "session=1; ghostlights=1.20000.analytics:1" }, "en"],
    // What a page leaves for a minute where the visitor took the choice back.
    [{ Cookie: "a=b; ghostlight=" }, "en"],
    [{ Cookie: "ghostlight=; ghostlight-copy=1.20000.analytics:1" }, "en"],
  ])("who brings %j is asked in %s", (fields, language) => {
    expect(from(fields)).toBe(language);
  });

  test.each([
    ["ghostlight=1.20000.analytics:1"],
    ["a=b;ghostlight=1.20000.analytics:0; c=d"],
    ["a=b; ghostlight-copy=1.20000.analytics:1"],
  ])("who brings the cookie %s is not", (cookie) => {
    expect(from({ Cookie: cookie, "Accept-Language": "it" })).toBeUndefined();
  });
});

test.each([["same-site"], ["cross-site"], ["none"], [""]])(
  "of «%s» nobody can tell, as the cookie stays at home",
  (site) => {
    expect(from({ "Sec-Fetch-Site": site })).toBeUndefined();
  },
);

test("of a browser that does not say where it comes from nobody can tell", () => {
  expect(asked(new Headers({ "Accept-Language": "it" }))).toBeUndefined();
});
