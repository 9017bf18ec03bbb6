/** Which choices fit a site, and which cookies go with a service. */
import { formatChoice } from "@ghostlight/rules";
import { describe, expect, test } from "vitest";
import { NOW, site } from "../../test/fixture.ts";
import { questionsOf, readChoice } from "./questions.ts";

const TODAY = Math.floor(NOW / 86_400_000);
const asked = {
  revision: 2,
  purposes: ["analytics", "marketing", "constructor"],
  days: 10,
  services: { stats: "analytics", ads: "marketing" },
  cookies: new Map([
    ["stats", ["_a", "_shared"]],
    ["ads", ["_m", "_shared"]],
  ]),
};

describe("a choice", () => {
  const read = (text: string | undefined) => readChoice(text, asked, NOW);

  test.each([
    `1.${TODAY}.2.analytics:1.marketing:0`,
    `1.${TODAY - 9}.2.marketing:1`,
    `1.${TODAY}.2.marketing:2`,
    `2.${TODAY}.2.analytics:1~stats:0.marketing:0~ads:1!`,
    `2.${TODAY}.2.analytics~stats:1!`,
  ])("%s is read as it was written", (text) => {
    const choice = read(text);
    expect(choice && formatChoice(choice)).toBe(text);
  });

  test("to a service that the site does not have, or has for another purpose, is left out", () => {
    const choice = read(`2.${TODAY}.2.analytics:1~stats:0~ads:0~gone:1.marketing:0~stats:1!`);
    expect(choice && formatChoice(choice)).toBe(`2.${TODAY}.2.analytics:1~stats:0.marketing:0!`);
    const none = read(`2.${TODAY}.2.analytics:1~gone:1!`);
    expect(none && formatChoice(none)).toBe(`1.${TODAY}.2.analytics:1`);
  });

  test.each([
    ["is cut short", `2.${TODAY}.2.analytics:1~stats:0.marketing:0~ads`],
    ["is not there", undefined],
    ["is empty", ""],
    ["answers other questions", `1.${TODAY}.1.analytics:1`],
    ["ran out", `1.${TODAY - 10}.2.analytics:1`],
    ["is from tomorrow", `1.${TODAY + 1}.2.analytics:1`],
    ["answers what the site does not ask", `1.${TODAY}.2.analytics:1.necessary:1`],
    ["has no answers", `1.${TODAY}.2`],
    ["goes on as something else", `1.${TODAY}.2.analytics:1; Domain=evil.example`],
  ])("that %s is none", (_, text) => {
    expect(read(text)).toBeUndefined();
  });
});

test("a site's questions are those of its file, with cookies of one exact name alone", () => {
  const services = {
    stats: {
      name: "Stats",
      purpose: "analytics",
      cookies: [{ name: "_st" }, { name: "_st_*" }],
      storage: [{ kind: "localStorage", name: "_st_box" }],
    },
  };
  const file = { revision: 4, grantDays: 30, domain: "shop.example", purposes: { marketing: false }, services };
  const found = questionsOf(site(file), "opt-in");
  expect(found).toMatchObject({ revision: 4, days: 30, domain: "shop.example" });
  expect(found.purposes).toContain("analytics");
  expect(found.purposes).not.toContain("marketing");
  expect(found.services).toEqual({ stats: "analytics" });
  expect(found.cookies.get("stats")).toEqual(["_st"]);
  expect(questionsOf(site(), "opt-in").domain).toBeUndefined();
  for (const regime of ["opt-out", "notice"] as const) expect(questionsOf(site(file), regime).days).toBe(396);
});
