/** What the site file's `redact` is suspected by; that nothing is missed is in test/redaction. */
import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { compileSuspect } from "./compile-suspect.ts";

const isSuspect = (value: object, redact: object = {}) =>
  new RegExp(compileSuspect(siteWith({ redact })), "i").test(JSON.stringify(value));

describe("names", () => {
  test("are those of properties and of parameters, not of values", () => {
    const secret: readonly object[] = [{ password: 1 }, { a: "?password=1" }, { a: "/pin/abcdefghij0123456789" }];
    expect(secret.map((one) => isSuspect(one))).toEqual([true, true, true]);
    expect(isSuspect({ a: "password", b: ["token"], c: "/token/1?a=token&b=pin" })).toBe(false);
  });

  test("are the site's own, too, in any spelling", () => {
    const redact = { keys: ["loyalty_number", "numéro client", "pin2"] };
    const names = ["loyaltyNumber", "LOYALTY--number", "my loyalty.number", "Numéro-client", "x_pin2"];
    expect(names.filter((name) => isSuspect({ [name]: 1 }, redact))).toEqual(names);
    expect(["loyalty", "numéro", "number loyalty"].filter((name) => isSuspect({ [name]: 1 }, redact))).toEqual([]);
  });

  test("that are parameters alone may be kept", () => {
    const text = "?ticket=1&sid=2";
    expect(isSuspect([text], { keep: ["ticket"] })).toBe(true);
    expect(isSuspect([text], { keep: ["ticket", "SID"] })).toBe(false);
    expect(isSuspect(["?reset_code=1"], { keep: ["reset"] })).toBe(true);
    expect(isSuspect([text], { keep: ["si", "ticke"] })).toBe(true);
  });
});

test("what is switched off is not looked for", () => {
  const all = compileSuspect(siteWith({}));
  const without = (...kinds: string[]) =>
    compileSuspect(siteWith({ redact: Object.fromEntries(kinds.map((kind) => [kind, false])) }));
  expect(all.startsWith(without("emails", "cards", "tokens"))).toBe(true);
  expect(all.endsWith("|eyj|[^\\s/]@")).toBe(true);
  expect(without("tokens").endsWith("(?!\\d)|[^\\s/]@")).toBe(true);
  expect(without("emails").endsWith("|eyj|://[^\\s/?#@]+@")).toBe(true);
  expect(without("cards").includes("{12}")).toBe(false);
});
