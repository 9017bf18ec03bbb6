import { expect, test } from "vitest";
import { campaignOf } from "./campaign.ts";

test("reads the fields as Segment names them, and tells one campaign from another by all its marks", () => {
  expect(campaignOf("?utm_source=news&utm_campaign=spring%20sale&size=38&gclid=abc")).toEqual({
    fields: { source: "news", name: "spring sale" },
    key: "utm_source=news&utm_campaign=spring+sale&gclid=abc",
  });
});

test.each(["", "?", "?size=38", "?autm_source=a", "?gclids=1"])("%o names none", (search) => {
  expect(campaignOf(search)).toEqual({ fields: {}, key: "" });
});

test("a click alone is a campaign without fields", () => {
  expect(campaignOf("?fbclid=x")).toEqual({ fields: {}, key: "fbclid=x" });
});

test("names that objects treat specially harm nobody", () => {
  expect(Object.keys(campaignOf("?utm___proto__=x&utm_constructor=y").fields)).toEqual(["__proto__", "constructor"]);
});
