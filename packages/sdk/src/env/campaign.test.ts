import { expect, test } from "vitest";
import { marksOf, utmOf } from "./campaign.ts";

test("reads the fields without their prefix, and finds all marks, to tell one campaign from another", () => {
  const search = "?utm_source=news&utm_campaign=spring%20sale&size=38&gclid=abc";
  expect(utmOf(search)).toEqual({ source: "news", campaign: "spring sale" });
  expect(marksOf(search).join()).toBe("utm_source,news,utm_campaign,spring sale,gclid,abc");
});

test.each(["", "?", "?size=38", "?autm_source=a", "?gclids=1", "?cid=5", "?clkid=1"])("%o names none", (search) => {
  expect([utmOf(search), marksOf(search)]).toEqual([{}, []]);
});

test.each(["gclid", "dclid", "fbclid", "msclkid", "twclid", "ttclid", "qclid", "irclid", "gbraid", "wbraid", "mc_cid"])(
  "a click alone is a campaign without fields: %s",
  (name) => {
    expect([utmOf(`?${name}=x`), marksOf(`?${name}=x`)]).toEqual([{}, [[name, "x"]]]);
  },
);

test("names that objects treat specially harm nobody", () => {
  expect(Object.keys(utmOf("?utm___proto__=x&utm_constructor=y"))).toEqual(["__proto__", "constructor"]);
});
