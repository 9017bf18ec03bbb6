/** What a batch may be, and which words point to the event that is wrong. */
import { describe, expect, test } from "vitest";
import { batch, event, NOW } from "../../test/fixture.ts";
import { DEFAULT_LIMITS } from "../app.ts";
import { parseBatch } from "./batch.ts";

const receipt = { receivedAt: NOW, gpc: false, eventBytes: 32 * 1024, batchEvents: DEFAULT_LIMITS.batchEvents };
const parse = (text: string) => parseBatch(text, receipt);

/** Status, code and issues of a refusal as one readable line each. */
function refusal(text: string): string[] {
  const result = parse(text);
  if (result.ok) return ["taken"];
  const { status, code, issues = [] } = result.fault;
  return [`${status} ${code}`, ...issues.map(({ path, message }) => `${path}: ${message}`)];
}

describe("a good batch", () => {
  test("is taken as sent, fields of no meaning here and all", () => {
    const sent = event("a", { integrations: { All: false }, _metadata: { bundled: [] }, userId: null, version: 1 });
    const result = parse(batch(sent));
    expect(result.ok && JSON.parse(result.arrivals.events[0]?.body ?? "")).toEqual(sent);
  });

  test("keeps keys that objects treat specially", () => {
    const special = '"properties":{"__proto__":{"a":1},"constructor":2}';
    const text = batch(event("a")).replace(/"properties":\{[^}]*\}/, special);
    const result = parse(text);
    expect(result.ok && result.arrivals.events[0]?.body).toContain(special);
  });

  test("has its times in ms, with the skew of the device taken out", () => {
    const sent = { batch: [event("a", { timestamp: "2030-01-01T00:00:00Z" })], sentAt: "2030-01-01T00:00:04Z" };
    const result = parse(JSON.stringify(sent));
    expect(result.ok && result.arrivals).toMatchObject({
      receivedAt: NOW,
      sentAt: Date.parse("2030-01-01T00:00:04Z"),
      events: [{ id: "a", at: NOW - 4_000 }],
    });
  });

  test.each([
    ["page", {}],
    ["screen", { properties: null }],
    ["identify", { userId: "u-1", anonymousId: undefined, traits: { plan: "pro" } }],
    ["group", { groupId: "g-1" }],
    ["alias", { previousId: "a-0", userId: "u-1" }],
  ])("may hold a %s", (type, fields) => {
    expect(refusal(batch(event("a", { type, event: undefined, ...fields })))).toEqual(["taken"]);
  });

  test("may have a write key, which is not looked at", () => {
    const sent = event("a", { writeKey: "w", _metadata: { bundled: ["Segment.io"] } });
    expect(refusal(JSON.stringify({ ...JSON.parse(batch(sent)), writeKey: "w", context: {} }))).toEqual(["taken"]);
  });

  test("may be of whatever the page's API says, each with its session, device and campaign", () => {
    const { consent } = event("a").context as { consent: object };
    const context = {
      page: { path: "/", referrer: "", search: "?utm_source=news", title: "", url: "https://shop.example/" },
      campaign: { source: "news" },
      locale: "it-IT",
      timezone: "Europe/Rome",
      userAgentData: { brands: [{ brand: "A", version: "1" }], mobile: false, platform: "Linux" },
      library: { name: "ghostlight", version: "1.0.0" },
      sessionId: NOW,
      groupId: "g-1",
      consent,
    };
    const none = { event: undefined, properties: undefined };
    const messageId = "5f0c6b1e-4a11-4f11-8111-1111111111aa";
    const sent = [
      event(messageId, { context, integrations: { All: true } }),
      event("b", { ...none, type: "page", category: "Docs", name: "Index", properties: { title: "x" }, context }),
      event("c", { ...none, type: "page", context }),
      event("d", { ...none, type: "identify", userId: "u-1", traits: { email: "a@b.example" }, context }),
      event("e", { ...none, type: "identify", traits: {}, context }),
      event("f", { ...none, type: "group", groupId: "g-1", traits: { plan: "pro" }, context }),
      event("g", { ...none, type: "alias", userId: "new", previousId: "old", anonymousId: undefined, context }),
      event("h", { event: "Events Dropped", properties: { count: 3 }, context }),
    ];
    const result = parse(batch(...sent));
    expect(result.ok && result.arrivals.events.map(({ body }) => JSON.parse(body))).toEqual(
      JSON.parse(JSON.stringify(sent)),
    );
  });
});

describe("bad_json", () => {
  test.each(["", "{", "{'a':1}", "undefined", "\u0000"])("%j", (text) => {
    expect(refusal(text)).toEqual(["400 bad_json"]);
  });
});

describe("bad_event", () => {
  const consent = (analytics: unknown) => ({ context: { consent: { categoryPreferences: { analytics } } } });
  const granted = "it must be true: an event is stored only when analytics was granted as it happened";
  test.each([
    ["no object", "7", ": it must be an object"],
    ["null", "null", ": it must be an object"],
    ["no sentAt", JSON.stringify({ batch: [event("a")] }), "sentAt: it is missing"],
    ["no list", JSON.stringify({ batch: {}, sentAt: "2026-03-01T12:00:00Z" }), "batch: it must be a list of events"],
    ["no event", batch(), "batch: it must hold at least one event"],
    ["an event that is none", batch(event("a"), 7), "batch.1: it must be an object"],
    [
      "an unknown type",
      batch(event("a", { type: "tick" })),
      "batch.0.type: it must be one of track, page, screen, identify, group and alias",
    ],
    ["no type", batch(event("a", { type: undefined })), "batch.0.type: it is missing"],
    ["no name", batch(event("a", { event: undefined })), "batch.0.event: it is missing"],
    ["no id", batch(event("a", { messageId: undefined })), "batch.0.messageId: it is missing"],
    [
      "an id that is too long",
      batch(event("x".repeat(101))),
      "batch.0.messageId: it must have 1 to 100 characters, none of them a control character",
    ],
    [
      "an empty id",
      batch(event("")),
      "batch.0.messageId: it must have 1 to 100 characters, none of them a control character",
    ],
    [
      "a zero in the id",
      batch(event("a\u0000b")),
      "batch.0.messageId: it must have 1 to 100 characters, none of them a control character",
    ],
    [
      "half a character",
      batch(event("a\ud800")),
      "batch.0.messageId: it must have 1 to 100 characters, none of them a control character",
    ],
    ["a number for an id", batch(event("a", { messageId: 7 })), "batch.0.messageId: it must be a text"],
    [
      "a date without a time",
      batch(event("a", { timestamp: "2026-03-01" })),
      "batch.0.timestamp: it must be an ISO 8601 time such as 2026-03-01T12:00:00.000Z",
    ],
    ["nobody", batch(event("a", { anonymousId: undefined })), "batch.0: it needs an anonymousId or a userId"],
    ["an empty user", batch(event("a", { userId: "" })), "batch.0.userId: it must not be empty"],
    ["a list of properties", batch(event("a", { properties: [] })), "batch.0.properties: it must be an object"],
    ["no context", batch(event("a", { context: undefined })), "batch.0.context: it is missing"],
    ["no consent", batch(event("a", { context: {} })), "batch.0.context.consent: it is missing"],
    [
      "refused analytics",
      batch(event("a", consent(false))),
      `batch.0.context.consent.categoryPreferences.analytics: ${granted}`,
    ],
    [
      "analytics as text",
      batch(event("a", consent("true"))),
      `batch.0.context.consent.categoryPreferences.analytics: ${granted}`,
    ],
  ])("%s", (_, text, issue) => {
    expect(refusal(text)).toEqual(["400 bad_event", issue]);
  });

  test("one bad event among good ones refuses them all, and is named", () => {
    const events = Array.from({ length: 30 }, (_, n) => event(`e${n}`, n === 17 ? { timestamp: 1 } : {}));
    expect(refusal(batch(...events))).toEqual(["400 bad_event", "batch.17.timestamp: it must be a text"]);
  });

  test("each at fault is named by its place among the others, and what of it is", () => {
    const context = { consent: { categoryPreferences: { analytics: false } } };
    const all = [
      event("a"),
      event("b", { type: "group", event: undefined }),
      event("c"),
      event("d", { context }),
      event("e", { type: "alias", event: undefined }),
      event("f", { type: "identify", event: undefined, traits: [] }),
    ];
    expect(refusal(batch(...all))).toEqual([
      "400 bad_event",
      "batch.1.groupId: it is missing",
      "batch.3.context.consent.categoryPreferences.analytics: it must be true: an event is stored only when analytics was granted as it happened",
      "batch.4.previousId: it is missing",
      "batch.5.traits: it must be an object",
    ]);
  });

  test("names twenty places at most", () => {
    expect(refusal(batch(...Array<number>(5_000).fill(1)))).toHaveLength(21);
  });

  test("refuses more events than any good batch of its bytes can hold, before it looks at one of them", () => {
    const small =
      '{"type":"page","messageId":"a","timestamp":"2026-03-01T12:00:00Z","userId":"u","context":{"consent":{"categoryPreferences":{"analytics":true}}}}';
    const many = (count: number, one: string) => batch().replace("[]", `[${Array(count).fill(one).join()}]`);
    const most = Math.floor(DEFAULT_LIMITS.batchBytes / small.length);
    expect(refusal(many(most, small))).toEqual(["taken"]);
    expect(refusal(many(DEFAULT_LIMITS.batchEvents, small))).toEqual(["taken"]);
    const tooMany = ["413 body_too_large", "batch: it holds 5001 events; send them in several batches"];
    expect(refusal(many(DEFAULT_LIMITS.batchEvents + 1, small))).toEqual(tooMany);
    expect(refusal(many(DEFAULT_LIMITS.batchEvents + 1, "{}"))).toEqual(tooMany);
  });

  test("refuses what is nested too deep to be read again", () => {
    const nested = (levels: number) => `${"[".repeat(levels)}1${"]".repeat(levels)}`;
    const withDepth = (levels: number) => batch(event("a")).replace('"p1"', nested(levels));
    // The event and its properties are two of the 32 levels.
    expect(refusal(withDepth(30))).toEqual(["taken"]);
    expect(refusal(withDepth(31))).toEqual(["400 bad_event", "batch.0: it is nested too deep"]);
    expect(refusal(withDepth(15_000))).toEqual(["400 bad_event", "batch.0: it is nested too deep"]);
    const second = withDepth(31).replace('"batch":[', `"batch":[${JSON.stringify(event("b"))},`);
    expect(refusal(second)).toEqual(["400 bad_event", "batch.1: it is nested too deep"]);
    expect(refusal(nested(200_000))).toEqual(["400 bad_event"]);
  });
});

describe("size of an event", () => {
  const sized = (bytes: number, letter = "x") => {
    const empty = JSON.stringify(event("a", { properties: { text: "" } })).length;
    const room = bytes - empty;
    const width = new TextEncoder().encode(letter).byteLength;
    return event("a", { properties: { text: letter.repeat(Math.floor(room / width)) + "x".repeat(room % width) } });
  };
  test.each(["x", "è", "🏮"])("is counted in bytes, here of %s", (letter) => {
    expect(refusal(batch(sized(32 * 1024, letter)))).toEqual(["taken"]);
    expect(refusal(batch(event("b"), sized(32 * 1024 + 1, letter)))).toEqual([
      "413 body_too_large",
      "batch.1: it is too large",
    ]);
  });
});

describe("Global Privacy Control", () => {
  const stored = (sent: Record<string, unknown>, limits = {}) => {
    const result = parseBatch(batch(sent), { ...receipt, gpc: true, ...limits });
    return result.ok ? JSON.parse(result.arrivals.events[0]?.body ?? "") : result.fault.code;
  };

  test("is recorded beside the purposes, and the rest stays as sent", () => {
    const sent = event("a", { extra: [1] });
    const context = { locale: "it", consent: { categoryPreferences: { analytics: true }, other: 1 } };
    expect(stored({ ...sent, context })).toEqual({
      ...sent,
      context: { ...context, consent: { ...context.consent, gpc: true } },
    });
  });

  test("leaves special keys and the order of keys alone", () => {
    const text = batch(event("a")).replace(/"properties":\{[^}]*\}/, '"properties":{"__proto__":{"a":1}}');
    const [plain, marked] = [false, true].map((gpc) => {
      const result = parseBatch(text, { ...receipt, gpc });
      return result.ok ? (result.arrivals.events[0]?.body ?? "") : "";
    });
    expect(marked?.replace(',"gpc":true', "")).toBe(plain);
    expect(marked).toContain('"properties":{"__proto__":{"a":1}}');
  });

  test("makes no event too large that was not", () => {
    const eventBytes = JSON.stringify(event("a")).length;
    expect(stored(event("a"), { eventBytes })).toMatchObject({ context: { consent: { gpc: true } } });
    expect(stored(event("a"), { eventBytes: eventBytes - 1 })).toBe("body_too_large");
  });
});
