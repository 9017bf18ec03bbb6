/** The fields as browsers read them. */
import { expect, test } from "vitest";
import { copyField, deletionFields } from "./cookies.ts";

const host = { domain: undefined, secure: false };
const wide = { domain: "shop.example", secure: true };
const DAY = 86_400_000;
const choice = { day: 20_000, revision: 3, answers: { analytics: true, marketing: false }, services: {}, gpc: false };

test("the choice is copied as the page writes it, for the host, and open to scripts", () => {
  expect(copyField(choice, 182, 20_000 * DAY, host)).toBe(
    "ghostlight-copy=1.20000.3.analytics:1.marketing:0; Path=/; Max-Age=15724800; SameSite=Lax",
  );
});

test("a service that differs from its purpose is in it", () => {
  const services = { analytics: { stats: false } };
  expect(copyField({ ...choice, services }, 182, 20_000 * DAY, host)).toMatch(
    /^ghostlight-copy=2\.20000\.3\.analytics:1~stats:0\.marketing:0!; Path=/,
  );
});

test("it is for the domain where there is one, and secure where the visit is", () => {
  expect(copyField(choice, 1, 20_000 * DAY, wide)).toBe(
    "ghostlight-copy=1.20000.3.analytics:1.marketing:0; Path=/; Max-Age=86400; SameSite=Lax; Domain=shop.example; Secure",
  );
});

test.each([
  [0, 2 * 86_400],
  [1_999, 2 * 86_400 - 1],
  [DAY, 86_400],
  [2 * DAY - 1_000, 1],
])("%i ms into its day, a choice of two days has %i s left", (age, seconds) => {
  expect(copyField(choice, 2, 20_000 * DAY + age, host)).toContain(`; Max-Age=${seconds};`);
});

test("no choice deletes it", () => {
  expect(copyField(undefined, 182, 20_000 * DAY, wide)).toBe(
    "ghostlight-copy=; Path=/; Max-Age=0; SameSite=Lax; Domain=shop.example; Secure",
  );
});

test("other cookies are deleted for the host, and for the domain where there is one", () => {
  expect(deletionFields(["_ga"], host)).toEqual(["_ga=; Path=/; Max-Age=0; SameSite=Lax"]);
  expect(deletionFields(["_ga"], wide)).toEqual([
    "_ga=; Path=/; Max-Age=0; SameSite=Lax; Secure",
    "_ga=; Path=/; Max-Age=0; SameSite=Lax; Domain=shop.example; Secure",
  ]);
});

test("a cookie that belongs to one host has no domain", () => {
  expect(deletionFields(["__Host-id"], wide)).toEqual(["__Host-id=; Path=/; Max-Age=0; SameSite=Lax; Secure"]);
});

test.each([["a b"], ["a;b"], ["a=b"], ["a\r\nX-Evil: 1"], ["é"], [""], ["ghostlight"], ["ghostlight-copy"]])(
  "%j is left alone",
  (name) => {
    expect(deletionFields([name, "fine"], host)).toHaveLength(1);
  },
);

test("there are 50 at most", () => {
  const names = Array.from({ length: 80 }, (_, n) => `c${n}`);
  expect(deletionFields(names, host)).toHaveLength(50);
  expect(deletionFields(names, wide)).toHaveLength(50);
});
