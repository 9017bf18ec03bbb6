import { describe, expect, test } from "vitest";
import { issuesWith, SMALLEST, siteWith } from "../../test/site.ts";
import { checkSite, parseSite } from "./check.ts";

const TEXT = '"a text" for all languages, or {"en": "…", "it": "…"}';
const ID = "use a–z, 0–9, - and _, starting with a letter, 40 characters at most";
const ORIGIN = 'write scheme and host alone, such as "https://shop.example"';
const REDACT = { keys: [], keep: [], emails: true, cards: true, tokens: true };
const LOOKS = { banner: { layout: "box", ahead: true }, theme: {} };
const LOOKS_AND_LAW = { ...LOOKS, regimes: {}, signals: {}, channels: [], topics: {} };
const LIFECYCLE = { model: "shop", lifecycle: {}, valueSizes: { medium: 100, big: 500, huge: 2000 }, revenue: "total" };
const RULES = { ...LIFECYCLE, churnPages: [], facts: {}, affinities: {}, snapshot: false, redact: REDACT };
const SHOW = { slot: "top", if: { stage: "lead" } };

describe("a file that passes", () => {
  test("needs a site and an origin only; the rest has defaults", () => {
    expect(checkSite(SMALLEST)).toEqual({
      ok: true,
      site: {
        ...SMALLEST,
        languages: ["en"],
        revision: 0,
        beforeChoice: "page",
        grantDays: 182,
        purposes: {},
        services: {},
        stages: {},
        segments: {},
        experiences: {},
        texts: {},
        ...LOOKS_AND_LAW,
        ...RULES,
      },
      warnings: [],
    });
  });

  test("keeps what it says", () => {
    const file = {
      ...SMALLEST,
      $schema: "./site.schema.json",
      languages: ["it", "en-GB"],
      policy: { it: "/privacy", "en-GB": "https://shop.example/privacy" },
      revision: 3,
      beforeChoice: "drop",
      grantDays: 396,
      purposes: { marketing: false, chat: { name: "Chat", text: { it: "Aiuto" } } },
      services: { talk: { name: "Zendesk", purpose: "chat" } },
      stages: { lead: { if: { event: "Signed Up" } } },
      segments: { fans: { if: { event: "Product Viewed", where: { price: { $gte: 5 } }, count: { $gte: 3 } } } },
      experiences: { hello: { slot: "top", if: { segment: "fans" }, show: { text: "Hello" } } },
      texts: { it: { title: "Ciao" } },
    };
    expect(checkSite(file)).toEqual({ ok: true, site: { ...LOOKS_AND_LAW, ...RULES, ...file }, warnings: [] });
  });

  test.each([
    "http://localhost:8787",
    "https://shop.example:8443",
    "http://shop.example:443",
    "https://shop.example:80",
    "https://a",
    "https://www.a-b.example",
    "http://127.0.0.1",
  ])("may have the origin %s", (origin) => {
    expect(issuesWith({ origins: [origin] })).toEqual([]);
  });

  test.each(["/privacy", "/", "https://a.example", "http://a.example/p?q#h"])("may have the policy %s", (policy) => {
    expect(siteWith({ policy }).policy).toBe(policy);
  });
});

describe("a fault names its place, what stands there, what is wrong and what to write", () => {
  test.each<[patch: Record<string, unknown>, path: string, value: unknown, message: string, mend: string]>([
    [{ site: 5 }, "site", 5, "a site is named by a text", 'write a short name, such as "summer-sale"'],
    [{ site: "My Shop" }, "site", "My Shop", "a site needs a plain id", ID],
    [{ site: "9to5" }, "site", "9to5", "a site needs a plain id", ID],
    [{ site: "a".repeat(41) }, "site", "a".repeat(41), "a site needs a plain id", ID],
    [{ $schema: 1 }, "$schema", 1, "a schema is named by its address", "write its address, or take it out"],
    [{ origins: {} }, "origins", {}, "this is not a list of origins", 'write ["https://shop.example"]'],
    [{ origins: [] }, "origins", [], "no origin may use this site", 'write ["https://shop.example"]'],
    [{ origins: [null] }, "origins.0", null, "an origin is a text", 'write it like "https://shop.example"'],
    [{ origins: ["https://a.b/"] }, "origins.0", "https://a.b/", "this is not an origin", ORIGIN],
    [{ origins: ["https://a.b", "*"] }, "origins.1", "*", "this is not an origin", ORIGIN],
    [{ origins: ["ftp://a.b"] }, "origins.0", "ftp://a.b", "this is not an origin", ORIGIN],
    [{ origins: ["https://A.b"] }, "origins.0", "https://A.b", "this is not an origin", ORIGIN],
    [{ origins: ["x https://a.b"] }, "origins.0", "x https://a.b", "this is not an origin", ORIGIN],
    ...["https://a.b:443", "http://a.b:80"].map(
      (origin): [Record<string, unknown>, string, unknown, string, string] => [
        { origins: [origin] },
        "origins.0",
        origin,
        "browsers leave this port out of an origin",
        "take the port out, it is the scheme's own",
      ],
    ),
    [{ languages: "en" }, "languages", "en", "this is not a list of languages", 'write ["en", "it"]'],
    [{ languages: [] }, "languages", [], "a site speaks at least one language", 'write ["en"]'],
    [{ languages: [1] }, "languages.0", 1, "a language is named by its tag", 'write a tag such as "en" or "pt-BR"'],
    [{ languages: ["EN"] }, "languages.0", "EN", "this is not a language tag", 'write a tag such as "en" or "pt-BR"'],
    [{ policy: 1 }, "policy", 1, "this is not a text", `write ${TEXT}`],
    [{ policy: [] }, "policy", [], "this is not a text", `write ${TEXT}`],
    [{ policy: {} }, "policy", {}, "this text is in no language", 'write {"en": "…", "it": "…"}'],
    [{ policy: { en: 1 } }, "policy.en", 1, "this is not a text", 'write it in double quotes, like "a text"'],
    ...["javascript:alert(1)", "//evil.example", "privacy", "https://", " /x", { en: "/x", it: "x" }].map(
      (policy): [Record<string, unknown>, string, unknown, string, string] => [
        { policy },
        "policy",
        policy,
        "this is not a web address",
        'write a path such as "/privacy" or an address that begins with https://',
      ],
    ),
    [{ revision: "1" }, "revision", "1", "a revision is a number", "write 1"],
    [{ revision: 1.5 }, "revision", 1.5, "a revision is a whole number", "write 1"],
    [{ revision: -1 }, "revision", -1, "a revision is never negative", "write 0 or more"],
    [{ revision: 1e6 }, "revision", 1e6, "a revision has six digits at most", "write 1, then 2"],
    [
      { beforeChoice: "all" },
      "beforeChoice",
      "all",
      "this is not a way to treat the time before a choice",
      'write "drop" or "page"',
    ],
    [{ grantDays: null }, "grantDays", null, "days are a number", "write 182"],
    [{ grantDays: 0.5 + 1 }, "grantDays", 1.5, "days are a whole number", "write 182"],
    [{ grantDays: 0 }, "grantDays", 0, "a grant lasts at least a day", "write a number from 1 to 396"],
    [{ grantDays: 397 }, "grantDays", 397, "a grant lasts at most 13 months", "write a number from 1 to 396"],
    [{ purposes: 1 }, "purposes", 1, "this is not a set of purposes", 'write {"analytics": {…}}'],
    [
      { purposes: { analytics: true } },
      "purposes.analytics",
      true,
      "this is not a purpose",
      'write false to stop asking for it, or {"name": "…", "text": "…"}',
    ],
    [{ purposes: { analytics: { name: 1 } } }, "purposes.analytics.name", 1, "this is not a text", `write ${TEXT}`],
    [
      { purposes: { analytics: { text: { EN: "x" } } } },
      "purposes.analytics.text.EN",
      "x",
      "this is not a language tag",
      'write a tag such as "en" or "pt-BR"',
    ],
    [{ purposes: { "Big Data": {} } }, "purposes.Big Data", {}, "a purpose needs a plain id", ID],
    [
      { services: { a: "Maps" } },
      "services.a",
      "Maps",
      "this is not a service",
      'write true for one of the catalogue, or {"name": "OpenStreetMap", "purpose": "functional"}',
    ],
    [
      { services: { a: { name: "", purpose: "functional" } } },
      "services.a.name",
      "",
      "this service has no name",
      "write the name that visitors know it by",
    ],
    [{ stages: true }, "stages", true, "this is not a set of stages", 'write {"lead": {"if": {"event": "Signed Up"}}}'],
    [
      { segments: { a: 1 } },
      "segments.a",
      1,
      "this is not a segment",
      'write {"if": {…}}, or false for a shipped one that is not used',
    ],
    [
      { experiences: { a: 1 } },
      "experiences.a",
      1,
      "this is not an experience",
      'write {"slot": "…", "if": {…}, "show": {…}}',
    ],
    [
      { experiences: { a: { ...SHOW, slot: "#a", show: { text: "x" } } } },
      "experiences.a.slot",
      "#a",
      "a slot needs a plain id",
      ID,
    ],
    ...[{}, { text: "x", template: "y" }].map((show): [Record<string, unknown>, string, unknown, string, string] => [
      { experiences: { a: { ...SHOW, show } } },
      "experiences.a.show",
      show,
      "an experience shows one thing",
      'write either {"template": "its-id"} or {"text": "…"}',
    ]),
    [
      { experiences: { a: { ...SHOW, show: "x" } } },
      "experiences.a.show",
      "x",
      "this shows nothing",
      'write {"template": "its-id"} or {"text": "…"}',
    ],
    [
      { experiences: { a: { ...SHOW, show: { template: "" } } } },
      "experiences.a.show.template",
      "",
      "this names no template",
      'write {"template": "its-id"}',
    ],
    [
      { experiences: { a: { ...SHOW, show: { text: {} } } } },
      "experiences.a.show.text",
      {},
      "this text is in no language",
      'write {"en": "…", "it": "…"}',
    ],
    [{ texts: "x" }, "texts", "x", "this is not a set of texts", 'write {"en": {"title": "…"}}'],
    [
      { texts: { en: { title: 1 } } },
      "texts.en.title",
      1,
      "a sentence is a text",
      'write it in double quotes, like "Accept"',
    ],
  ])("%j", (patch, path, value, message, mend) => {
    expect(issuesWith(patch)).toEqual([{ path, value, message, mend }]);
  });

  test("of a missing entry: its place and name, and no value", () => {
    expect(checkSite({})).toEqual({
      ok: false,
      issues: ["site", "origins"].map((key) => ({ path: key, message: `"${key}" is missing`, mend: `add "${key}"` })),
    });
    expect(issuesWith({ experiences: { a: { slot: "top" } } }).map(({ path }) => path)).toEqual([
      "experiences.a.if",
      "experiences.a.show",
    ]);
  });

  test.each([[null], [[]], ["shop"], [5], [true]])("of a file that is %j: the file as a whole", (value) => {
    const mend = 'write {"site": "shop", "origins": ["https://shop.example"]}';
    expect(checkSite(value)).toEqual({
      ok: false,
      issues: [{ path: "", value, message: "this is not a site file", mend }],
    });
  });
});

describe("all faults of the shape are told at once", () => {
  test("in the order of the schema, unknown names after the known", () => {
    const issues = issuesWith({ site: "Shop", origins: [1, "x"], langages: ["en"], segments: { a: 1, B: 2 } });
    expect(issues.map(({ path }) => path)).toEqual([
      "site",
      "origins.0",
      "origins.1",
      "segments.a",
      "segments.B",
      "segments.B",
      "langages",
    ]);
  });

  test("then all of names that are nowhere defined", () => {
    const issues = issuesWith({
      services: { a: { name: "A", purpose: "adds" } },
      segments: { a: { if: { segment: "b" } } },
      experiences: { a: { slot: "top", if: { stage: "leed" }, show: { text: "x" } } },
    });
    expect(issues.map(({ path }) => path)).toEqual([
      "segments.a.if.segment",
      "experiences.a.if.stage",
      "services.a.purpose",
    ]);
  });
});

describe("text that is no JSON", () => {
  test.each([
    ["", "Unexpected end of JSON input (line 1, column 1)"],
    ["{", "Expected property name or '}' (line 1, column 2)"],
    ['{"site": "shop",}', "Expected double-quoted property name (line 1, column 17)"],
    ['{\n  "site": shop\n}\n', "Unexpected token 's' (line 2, column 11)"],
    ['{\n  "site": tru\n}\n', "Unexpected token '\\n' (line 2, column 11)"],
    ['{\n  "a": 1\n  "b": 2\n}', "Expected ',' or '}' after property value (line 3, column 3)"],
    ["{} {}", "Unexpected non-whitespace character after JSON (line 1, column 4)"],
    ["<html>", "Unexpected token '<' (line 1, column 1)"],
  ])("%j is told with line and column", (text, place) => {
    expect(parseSite(text)).toEqual({
      ok: false,
      issues: [
        {
          path: "",
          message: `this is not JSON: ${place}`,
          mend: "JSON wants double quotes around names and texts, commas between entries and none after the last",
        },
      ],
    });
  });

  test("JSON that is no site file is not mistaken for it", () => {
    expect(parseSite("[]")).toEqual(checkSite([]));
    expect(parseSite(JSON.stringify(SMALLEST))).toEqual(checkSite(SMALLEST));
  });
});
