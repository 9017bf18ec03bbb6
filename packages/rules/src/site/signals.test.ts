import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { compileSignals, type Signals, signalsSchema } from "./signals.ts";
import { unsay } from "./words.ts";

const ALL = ["functional", "analytics", "personalization", "marketing"];
const when = (purpose: string, yes: unknown = "granted", no: unknown = "denied") => ({ "?": [purpose, no, yes] });
const answered = (yes: unknown, no: unknown) => ({ "?": ["?", no, yes] });
const only = (signals: Signals, asked: readonly string[] = ALL) => compileSignals(signals, asked)[0];

describe("Google", () => {
  const DENIED = {
    ad_storage: "denied",
    ad_user_data: "denied",
    ad_personalization: "denied",
    analytics_storage: "denied",
    functionality_storage: "denied",
    personalization_storage: "denied",
    security_storage: "granted",
    wait_for_update: { "?": ["?", 500] },
  };
  const command = ["consent", answered("update", "default")];

  test("hears all seven types denied but security and that it shall wait, then one update from the purposes", () => {
    const types = {
      ...DENIED,
      ad_storage: when("marketing"),
      ad_user_data: when("marketing"),
      ad_personalization: when("marketing"),
      analytics_storage: when("analytics"),
      functionality_storage: when("functional"),
      personalization_storage: when("personalization"),
    };
    expect(compileSignals({ google: true }, ALL)).toEqual([
      { queue: "dataLayer", how: "arguments", commands: [[...command, types]] },
    ]);
  });

  test("a purpose that is not asked was not granted", () => {
    const update = { ...DENIED, analytics_storage: when("analytics") };
    expect(only({ google: true }, ["analytics"])?.commands).toEqual([[...command, update]]);
  });

  test("waits and redacts as the site says, and never passes identifiers through addresses", () => {
    const signal = only({ google: { wait: 0, redact: true } });
    expect(signal?.commands).toMatchObject([
      [...command, { wait_for_update: { "?": ["?", 0] } }],
      ["set", "ads_data_redaction", answered(null, true)],
    ]);
    expect(only({ google: { redact: false } })?.commands).toHaveLength(1);
    expect(JSON.stringify(signal)).not.toContain("url_passthrough");
  });
});

test("Microsoft Advertising hears its one type, item by item", () => {
  expect(compileSignals({ microsoft: true }, ALL)).toEqual([
    {
      queue: "uetq",
      how: "items",
      commands: [["consent", answered("update", "default"), { ad_storage: when("marketing") }]],
    },
  ]);
});

test("Clarity hears version 2 of its consent, with its own capitals", () => {
  expect(compileSignals({ clarity: true }, ALL)).toEqual([
    {
      queue: "clarity",
      how: "call",
      commands: [["consentv2", { ad_Storage: when("marketing"), analytics_Storage: when("analytics") }]],
    },
  ]);
});

test("Meta hears revoke until marketing is granted", () => {
  expect(compileSignals({ meta: true }, ALL)).toEqual([
    {
      queue: "fbq",
      how: "call",
      commands: [["consent", when("marketing", "grant", "revoke")]],
    },
  ]);
});

test.each([
  [true, "setConsentGiven", "requireConsent"],
  [{}, "setConsentGiven", "requireConsent"],
  [{ consent: "tracking" }, "setConsentGiven", "requireConsent"],
  [{ consent: "cookies" }, "setCookieConsentGiven", "requireCookieConsent"],
] as const)("Matomo with %j is asked for %s", (matomo, given, required) => {
  expect(compileSignals({ matomo }, ALL)).toEqual([
    { queue: "_paq", how: "array", commands: [[when("analytics", given, required)]] },
  ]);
});

test("the dataLayer hears an event with every purpose that is asked, own ones too", () => {
  expect(compileSignals({ dataLayer: true }, ["analytics", "chat"])).toEqual([
    {
      queue: "dataLayer",
      how: "items",
      commands: [
        [
          answered(
            {
              event: "ghostlight_consent",
              purposes: { analytics: when("analytics", true, false), chat: when("chat", true, false) },
            },
            null,
          ),
        ],
      ],
    },
  ]);
});

test("Google comes before the event, whatever the order in the file; what is off or absent is silent", () => {
  const queues = (signals: Signals) => compileSignals(signals, ALL).map(({ queue, how }) => `${queue} ${how}`);
  expect(queues({ dataLayer: true, google: true })).toEqual(["dataLayer arguments", "dataLayer items"]);
  expect(
    queues({ google: false, microsoft: false, clarity: false, meta: false, matomo: false, dataLayer: false }),
  ).toEqual([]);
  expect(queues({})).toEqual([]);
});

describe("the schema", () => {
  const parse = (value: unknown) => v.safeParse(signalsSchema, value);

  test.each([
    {},
    { google: true, microsoft: true, clarity: true, meta: true, matomo: true, dataLayer: true },
    { google: { wait: 10_000, redact: true }, matomo: { consent: "cookies" } },
    { google: {}, matomo: {}, meta: false },
  ])("takes %j", (value) => {
    expect(parse(value)).toMatchObject({ success: true, output: value });
  });

  test.each<[unknown, string]>([
    [true, 'write {"google": true, "meta": true}'],
    [["google"], 'write {"google": true, "meta": true}'],
    [{ google: "yes" }, 'write true, or {"wait": 500, "redact": true}'],
    [{ matomo: "cookies" }, 'write true, or {"consent": "cookies"}'],
    [{ meta: "true" }, "write true or false"],
  ])("of %j says how to mend it", (value, mend) => {
    expect(unsay(parse(value).issues?.[0].message ?? "")).toMatchObject({ mend });
  });

  test.each([
    { google: { wait: -1 } },
    { google: { wait: 1.5 } },
    { google: { wait: 10_001 } },
    { google: { wait: "500" } },
    { google: { redact: "yes" } },
    { google: { region: ["IT"] } },
    { google: { url_passthrough: true } },
    { matomo: { consent: "all" } },
    { tiktok: true },
  ])("refuses %j", (value) => {
    expect(parse(value).success).toBe(false);
  });
});
