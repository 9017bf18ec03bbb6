/** What events tell of page and visit, as the script in the page tells it. */
import { expect, test } from "vitest";
import { pageFacts, touchOf } from "./circumstances.ts";

const url = "https://www.shop.example/a";

test.each([
  [{}, "direct"],
  [{ page: { url, referrer: "" } }, "direct"],
  [{ page: { url, referrer: "https://shop.example/b" } }, "direct"],
  [{ page: { url, referrer: "https://www.search.example/?q=1" } }, "search.example"],
  [{ page: { url, referrer: "no address" } }, "direct"],
  [{ page: { url, referrer: "https://x.example/", search: "?utm_source=news&utm_medium=email" } }, "email"],
  [{ page: { url, search: "?utm_source=news" } }, "news"],
  [{ page: { url, search: "?utm_medium=" }, campaign: { source: "news" } }, "news"],
  [{ page: { search: "?utm_medium=cpc" }, campaign: { medium: "email" } }, "email"],
  [{ page: "x", campaign: "y" }, "direct"],
])("%j came by %s", (context, touch) => {
  expect(touchOf(context)).toBe(touch);
});

test.each([
  [{}, {}],
  [
    { page: { path: "/a" }, locale: "it-IT" },
    { path: "/a", language: "it-IT" },
  ],
  [{ page: { path: 1 }, locale: null }, {}],
  [{ page: { search: "?utm_source=a&utm_campaign=b&q=c" } }, { campaign: { source: "a", campaign: "b" } }],
  [{ campaign: { name: "b", medium: "email" } }, { campaign: { campaign: "b", medium: "email" } }],
  [{ userAgentData: { mobile: true }, userAgent: "Windows" }, { device: "mobile" }],
  [{ device: { type: "ios" } }, { device: "mobile" }],
  [{ device: { type: "desktop" }, userAgent: "Mobile" }, { device: "desktop" }],
  [{ userAgent: "Mozilla/5.0 (Linux; Android 14) Mobile Safari" }, { device: "mobile" }],
  [{ userAgent: "Mozilla/5.0 (X11; Linux x86_64)" }, { device: "desktop" }],
])("%j tells %j", (context, facts) => {
  expect(pageFacts(context)).toEqual(facts);
});
