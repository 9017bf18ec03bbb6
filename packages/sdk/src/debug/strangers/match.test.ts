import { expect, test } from "vitest";
import { isDeclared } from "./match.ts";

test.each([
  ["maps.example", true],
  ["tile.maps.example", true],
  ["notmaps.example", false],
  ["cdn.example", true],
  ["a.cdn.example", true],
  ["localhost:8080", true],
  ["localhost:8081", false],
  ["example", false],
])("%s is declared: %s", (host, declared) => {
  expect(isDeclared(host, ["maps.example", "*.cdn.example", "localhost:8080"])).toBe(declared);
});
