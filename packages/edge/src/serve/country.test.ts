/** Countries as proxies write them, and what is not believed. */
import { expect, test } from "vitest";
import { createCountryReader } from "./country.ts";

const read = (header: string | undefined, fields: Record<string, string>) =>
  createCountryReader(header).read(new Headers(fields));

test.each([
  ["CF-IPCountry", { "CF-IPCountry": "IT" }, "IT"],
  ["cf-ipcountry", { "CF-IPCountry": "US", "CF-Region-Code": "CA" }, "US-CA"],
  [
    "CloudFront-Viewer-Country",
    { "CloudFront-Viewer-Country": "US", "CloudFront-Viewer-Country-Region": "TX" },
    "US-TX",
  ],
  ["X-Vercel-IP-Country", { "X-Vercel-IP-Country": "FR", "X-Vercel-IP-Country-Region": "IDF" }, "FR-IDF"],
  ["X-Country", { "X-Country": " us-ca " }, "US-CA"],
  ["X-My-Proxy-Says", { "X-My-Proxy-Says": "CH" }, "CH"],
  ["CF-IPCountry", { "CF-IPCountry": "US", "CF-Region-Code": "California" }, "US"],
])("by %s, %j is %s", (header, fields, country) => {
  expect(read(header, fields)).toBe(country);
});

test.each([
  ["no header was named", undefined, { "CF-IPCountry": "US" }],
  ["another was", "X-Country", { "CF-IPCountry": "US" }],
  ["it is missing", "CF-IPCountry", { "CF-Region-Code": "CA" }],
  ["it says unknown", "CF-IPCountry", { "CF-IPCountry": "XX", "CF-Region-Code": "CA" }],
  ["it is an anonymous network", "CF-IPCountry", { "CF-IPCountry": "T1" }],
  ["it was written twice", "X-Country", { "X-Country": "US, IT" }],
  ["it is no code", "X-Country", { "X-Country": "United States" }],
  ["it is named like a thing of every object", "constructor", {}],
])("nothing is known where %s", (_, header, fields) => {
  expect(read(header, fields as Record<string, string>)).toBeUndefined();
});

test("the answer depends on the fields that are read", () => {
  expect(createCountryReader(undefined).fields).toEqual([]);
  expect(createCountryReader("X-Country").fields).toEqual(["X-Country"]);
  expect(createCountryReader("CF-IPCountry").fields).toEqual(["CF-IPCountry", "CF-Region-Code"]);
});
