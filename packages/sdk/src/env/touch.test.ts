/** Ways that lead to a page. */
import { expect, test } from "vitest";
import { touchOf } from "./touch.ts";

test.each([
  ["a campaign's medium", "?utm_source=news&utm_medium=email", "https://mail.example/", "email"],
  ["a campaign's source alone", "?utm_source=news", "", "news"],
  ["a campaign that says nothing", "?utm_medium=&utm_source=", "https://www.search.example/?q=1", "search.example"],
  ["another site", "", "https://www.search.example/?q=lamps", "search.example"],
  ["a page of this site", "", "https://shop.example/lamps/", "direct"],
  ["this site under another name", "", "https://www.shop.example/", "direct"],
  ["nothing", "", "", "direct"],
  ["no address at all", "", "about:client", "direct"],
])("%s", (_, search, referrer, expected) => {
  expect(touchOf({ search, referrer, url: `https://shop.example/${search}` })).toBe(expected);
});
