import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sequence } from "../../test/sequence.ts";
import { SMALLEST } from "../../test/site.ts";
import { checkSite } from "./check.ts";
import { siteJsonSchema } from "./json-schema.ts";

const accepts = new Ajv({ strict: false }).compile(siteJsonSchema());
const clause = (inside: unknown) => ({ segments: { s: { if: inside } } });
const experience = { slot: "top", if: { stage: "lead" }, show: { text: "x" } };

test("the schema that is published is the one that checks", () => {
  const published = readFileSync(new URL("../../site.schema.json", import.meta.url), "utf8");
  expect(JSON.parse(published)).toEqual(siteJsonSchema());
});

describe("both accept", () => {
  const shop = JSON.parse(readFileSync(new URL("../../../../test/size/site.json", import.meta.url), "utf8"));
  test.each<[about: string, file: unknown]>([
    ["the smallest file", SMALLEST],
    ["a shop's", shop],
    [
      "the first personalised page",
      {
        ...SMALLEST,
        $schema: "./node_modules/@ghostlight/rules/site.schema.json",
        languages: ["en", "it"],
        policy: { en: "/privacy", it: "/it/privacy" },
        experiences: { welcome: { slot: "welcome", if: { stage: "lead" }, show: { template: "welcome-lead" } } },
      },
    ],
    [
      "purposes, services and sentences",
      {
        ...SMALLEST,
        purposes: { marketing: false, chat: { name: { en: "Chat" }, text: "We talk." } },
        services: { talk: { name: "Zendesk", purpose: "chat" } },
        texts: { en: { title: "Hello" } },
      },
    ],
    [
      "law, looks and ways to be reached",
      {
        ...SMALLEST,
        regimes: { default: "notice", "US-CA": "opt-out" },
        domain: "shop.example",
        purposes: { marketing: { sale: false } },
        services: { youtube: true, vimeo: { purpose: "marketing", cookies: [{ name: "v*", life: "session" }] } },
        signals: { google: true },
        banner: { layout: "modal" },
        theme: { accent: "#000", onAccent: "rgb(255 255 255)", radius: "0", font: "Inter, 'Open Sans', serif" },
        channels: ["sms", "email_tracking"],
        topics: { news: { name: { en: "News" } } },
        texts: { en: { center: { save: "Done" }, embeds: { once: "Show" }, notice: { title: "Cookies" } } },
      },
    ],
    [
      "clauses of every kind",
      {
        ...SMALLEST,
        ...clause({
          all: [
            { event: "A", where: { price: { $gte: 5 }, tags: ["x"] }, count: { $gte: 3 }, within: "30d" },
            {
              any: [
                { event: "A", first: { $lt: "1d" } },
                { event: "A", last: { $gt: "1d" } },
              ],
            },
            { not: { event: "A", without: { event: "B", within: "30m" } } },
            { stage: "lead" },
            { event: ["A", "B"], within: { days: 7 } },
            { event: "A", sum: { total: { $gte: 0.5 } }, between: ["7d", "6mo"] },
            { event: "A", distinct: { category: { $lt: 3 } }, between: ["2026-12-01", "2026-12-24"] },
            sequence({ event: "A" }, { event: ["B"], within: "1y" }, { session: true }),
            { fact: { orders: { $gte: 2 } } },
            { silent: { $gte: "60d" } },
            { affinity: "category", of: "shoes", top: 2 },
            { value: "huge" },
            { consent: "marketing" },
            { channel: "email", preferred: true },
          ],
        }),
      },
    ],
    [
      "a lifecycle, facts and affinities",
      {
        ...SMALLEST,
        model: "subscription",
        lifecycle: { lost: "6mo", unpaid: "5d", hero: { subscribed: "2y" }, wakes: ["Signed Up"] },
        stages: { hero: false, vip: { if: { event: "A" }, stay: { event: "B" }, before: "repeat", text: "VIP" } },
        valueSizes: { huge: 5000 },
        revenue: "value",
        churnPages: ["/cancel", "/help/*"],
        facts: { lists: { event: ["A", "B"] }, latest: { event: "A", where: { x: 1 }, latest: "x" } },
        affinities: {
          brand: { of: "brand", weights: { A: 0.5 }, halfLife: "1w", baseline: { b: 0.2 }, values: ["b"] },
        },
        segments: { passive: false, fans: { if: { segment: "likes-b" }, stay: { event: "A" }, text: { en: "Fans" } } },
      },
    ],
  ])("%s", (_, file) => {
    expect(checkSite(file)).toMatchObject({ ok: true });
    expect([accepts(file), accepts.errors]).toEqual([true, null]);
  });
});

/** Faults that an editor underlines. */
const REFUSED: Record<string, unknown>[] = [
  { site: 5 },
  { site: "My Shop" },
  { origins: [] },
  { origins: "x" },
  { languages: [] },
  { languages: ["EN"] },
  { policy: 1 },
  { policy: {} },
  { revision: -1 },
  { revision: 0.5 },
  { beforeChoice: "all" },
  { grantDays: 0 },
  { grantDays: 397 },
  { unknown: 1 },
  { purposes: { a: true } },
  { purposes: { analytics: { nmae: "x" } } },
  { purposes: { "Big Data": {} } },
  { purposes: [] },
  { services: { a: false } },
  { services: { a: { name: "A", purpose: "functional", cookies: [{ name: "*" }] } } },
  { services: { a: { name: "A", purpose: "functional", cookies: [{ name: "a", life: "long" }] } } },
  { services: { a: { name: "A", purpose: "functional", hosts: ["https://a.example"] } } },
  { services: { a: { name: "A", purpose: "functional", storage: [{ kind: "cookie", name: "a" }] } } },
  { regimes: { italy: "opt-in" } },
  { regimes: { IT: "in" } },
  { domain: "https://shop.example" },
  { banner: { layout: "wall" } },
  { theme: { accent: "url(https://a.example)" } },
  { theme: { radius: "calc(1px)" } },
  { theme: { font: "a;b" } },
  { channels: ["fax"] },
  { topics: { news: {} } },
  { purposes: { analytics: { sale: "yes" } } },
  { texts: { en: { center: { ttile: "x" } } } },
  { services: { a: { name: "", purpose: "functional" } } },
  { stages: { hero: { event: "A" } } },
  { stages: { hero: true } },
  { model: "blog" },
  { lifecycle: { lost: 120 } },
  { lifecycle: { hero: { order: 3 } } },
  { valueSizes: { medium: "100" } },
  { churnPages: ["cancel"] },
  { facts: { f: { latest: "x" } } },
  { affinities: { a: true } },
  { affinities: { a: { keep: 0 } } },
  { stages: [] },
  { segments: [] },
  { segments: { a: {} } },
  { segments: { a: { if: { event: "A" }, else: 1 } } },
  { experiences: { a: { ...experience, slot: "#a" } } },
  { experiences: { a: { ...experience, show: { template: "" } } } },
  { experiences: { a: { ...experience, show: [] } } },
  { texts: { en: { ttile: "x" } } },
  { texts: { en: [] } },
  clause({}),
  clause([]),
  clause("A"),
  clause({ event: "" }),
  clause({ event: "A", all: [{ event: "A" }] }),
  clause({ all: [] }),
  clause({ any: [{ not: { all: [{ event: 1 }] } }] }),
  clause({ not: [{ event: "A" }] }),
  clause({ event: "A", where: [] }),
  clause({ event: "A", count: 3 }),
  clause({ event: "A", count: { $gte: 1.5 } }),
  clause({ event: "A", count: { $gte: 1001 } }),
  clause({ event: "A", count: { $near: 1 } }),
  clause({ event: "A", within: "soon" }),
  clause({ event: "A", within: { days: 0 } }),
  clause({ event: "A", between: ["7d"] }),
  clause({ event: "A", session: false }),
  clause({ event: [] }),
  clause({ event: "A", sum: { total: 500 } }),
  clause({ event: "A", sum: {} }),
  clause({ event: "A", distinct: { x: { $gte: 1.5 } } }),
  clause({ silent: "60d" }),
  clause({ fact: [] }),
  clause({ affinity: "category", top: 1 }),
  clause({ value: "small" }),
  clause({ channel: "fax" }),
  clause({ event: "A", last: { $gt: 5 } }),
  clause({ event: "A", without: { event: "B" } }),
];

describe("both refuse", () => {
  test.each(REFUSED.map((patch) => [patch]))("%j", (patch) => {
    const file = { ...SMALLEST, ...patch };
    expect(checkSite(file).ok).toBe(false);
    expect(accepts(file)).toBe(false);
  });

  test.each([[null], [[]], [{}], ["x"]])("a file that is %j", (file) => {
    expect([checkSite(file).ok, accepts(file)]).toEqual([false, false]);
  });
});

describe("only the check refuses", () => {
  test.each<[about: string, patch: Record<string, unknown>]>([
    ["an origin with a path", { origins: ["https://a.example/shop"] }],
    ["a segment that is not defined", clause({ segment: "nowhere" })],
    ["two questions in one clause", clause({ event: "A", count: { $gte: 1 }, last: { $gt: "1d" } })],
    ["two windows in one clause", clause({ event: "A", within: "7d", session: true })],
    ["a span that ends before it begins", clause({ event: "A", between: ["30d", "7d"] })],
    ["a day that there is not", clause({ event: "A", between: ["2026-02-28", "2026-02-30"] })],
    ["no question about what is liked", clause({ affinity: "category", of: "shoes" })],
    ["a value of another model", { lifecycle: { unpaid: "3d" } }],
    ["a stage without a place", { stages: { vip: { if: { event: "A" } } } }],
    ["an empty comparison", clause({ event: "A", count: {} })],
    ["an unknown operator", clause({ event: "A", where: { a: { $near: 1 } } })],
    ["a service without a purpose", { services: { a: { name: "A" } } }],
    ["a service that the catalogue does not know", { services: { a: true } }],
    ["a domain of somebody else", { domain: "other.example" }],
    ["a channel twice", { channels: ["sms", "sms"] }],
    ["topics without channels", { topics: { news: { name: "News" } } }],
    ["colours that cannot be read", { theme: { ink: "#777777", surface: "#888888" } }],
    ["nothing to show", { experiences: { a: { ...experience, show: {} } } }],
  ])("%s", (_, patch) => {
    const file = { ...SMALLEST, ...patch };
    expect([checkSite(file).ok, accepts(file)]).toEqual([false, true]);
  });
});

test("what the check accepts, the schema accepts, whatever is changed in a file", () => {
  const value = fc.oneof(
    fc.constantFrom(null, [], {}, "", "en", "lead", 0, 1, false, { event: "A" }),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const keys = [
    "site",
    "languages",
    "policy",
    "revision",
    "purposes",
    "services",
    "stages",
    "segments",
    "experiences",
    "texts",
    "regimes",
    "domain",
    "signals",
    "banner",
    "theme",
    "channels",
    "topics",
    "model",
    "lifecycle",
    "valueSizes",
    "revenue",
    "churnPages",
    "facts",
    "affinities",
  ];
  const inner = fc.dictionary(fc.constantFrom("a", "en", "lead", "analytics"), value, { maxKeys: 2 });
  fc.assert(
    fc.property(fc.constantFrom(...keys), fc.oneof(value, inner), (key, changed) => {
      const file = { ...SMALLEST, [key]: changed };
      if (checkSite(file).ok) expect([accepts(file), accepts.errors]).toEqual([true, null]);
    }),
    { numRuns: 500 },
  );
});
