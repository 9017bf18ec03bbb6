import { expect, test } from "vitest";
import { isOwnAddress } from "./address.ts";

test.each([
  ["/poster.webp", true],
  ["poster.webp", true],
  ["https://shop.example/poster.webp", true],
  ["data:image/gif;base64,R0lGODlhAQABAAAAACw=", true],
  ["", true],
  ["//maps.example/poster.webp", false],
  ["http://shop.example/poster.webp", false],
  ["https://img.shop.example/poster.webp", false],
  ["blob:https://maps.example/1", false],
  ["javascript:alert(1)", false],
  ["https://", false],
])("%s tells nobody else: %s", (address, own) => {
  const page = { ...location, origin: "https://shop.example" };
  expect(isOwnAddress(address, "https://shop.example/lamps/", page)).toBe(own);
});
