import { expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { typesOf } from "./types.ts";

const SITE = {
  channels: ["email", "sms"],
  topics: { news: { name: "News" } },
  segments: { fans: { if: { event: 'A "quoted" \\ name' } }, passive: false },
  stages: { hero: false, vip: { if: { event: "Z" }, before: "lost" } },
  experiences: {
    one: { slot: "top", if: { stage: "vip" }, show: { text: "x" } },
    two: { slot: "top", if: { event: "Shown" }, show: { text: "x" } },
  },
};

/** The literals of each member; empty for `never`. */
function read(text: string): Record<string, string[]> {
  const members = [...text.matchAll(/^ {4}readonly (\w+): (.*);$/gm)];
  return Object.fromEntries(
    members.map(([, name = "", union = ""]) => {
      const names = union === "never" ? [] : (JSON.parse(`[${union.replaceAll('" | "', '", "')}]`) as string[]);
      return [name, names];
    }),
  );
}

test("the names of a site, as types", () => {
  const names = read(typesOf(siteWith(SITE)));
  expect(names).toMatchObject({
    stage: ["vip", "lost", "at_risk", "waiting", "repeat", "occasional", "lead", "new"],
    slot: ["top"],
    experience: ["one", "two"],
    purpose: ["analytics", "personalization"],
    channel: ["email", "sms"],
    topic: ["news"],
  });
  expect(names.event).toEqual(
    expect.arrayContaining(['A "quoted" \\ name', "Order Completed", "Product Viewed", "Shown", "Z"]),
  );
  expect(names.segment).toEqual(expect.arrayContaining(["advocate", "fans", "prefers-sms"]));
  expect(names.segment).not.toContain("passive");
});

test("what a site has none of is never", () => {
  expect(typesOf(siteWith())).toContain("readonly slot: never;");
  expect(read(typesOf(siteWith()))).toMatchObject({ slot: [], channel: [], topic: [] });
});

test("is a module that adds to ours, and the same each time", () => {
  const text = typesOf(siteWith(SITE));
  expect(text).toBe(typesOf(siteWith(SITE)));
  expect(text).toMatch(/^\/\/ Written by `ghostlight types` from the site file of "shop"/);
  expect(text).toContain('import "ghostlight";\n\ndeclare module "ghostlight" {\n  interface Site {\n');
});
