import { describe, expect, test } from "vitest";
import { VERSION } from "../env/version.ts";
import { readArguments } from "./arguments.ts";
import type { Call, Verb } from "./call.ts";
import type { Identity } from "./identity.ts";
import { createMessage, type Message } from "./message.ts";

const page = { path: "/boots", referrer: "", search: "?a=1", title: "Boots", url: "https://shop.example/boots?a=1" };
const device = { locale: "it-IT", timezone: "Europe/Rome" };
const surroundings = { asked: ["analytics", "personalization", "marketing"], device };
const at = Date.UTC(2026, 10, 21, 9, 30, 15, 250);
const identity: Identity = { anonymousId: "a-1", since: at, sessionId: at, last: at, campaign: "" };
const call = (more: Partial<Call> = {}): Call => ({
  id: "m-1",
  type: "track",
  args: "",
  at,
  page,
  purposes: ["analytics", "marketing"],
  ...more,
});

/** What becomes of a call of the page, as it travels. */
function messageOf(
  type: Message["type"],
  args: readonly unknown[],
  who: Identity | "nobody" = identity,
  more: Partial<Call> = {},
): Message {
  const reading = readArguments(type as Verb, args);
  if (typeof reading === "string") throw new Error(reading);
  return JSON.parse(
    JSON.stringify(
      createMessage(call({ type, ...more }), { ...reading, type }, who === "nobody" ? undefined : who, 0, surroundings),
    ),
  );
}

test("a track carries its event, its properties, where and when it happened, and what was agreed to", () => {
  expect(messageOf("track", ["Product Viewed", { price: 10 }])).toEqual({
    type: "track",
    event: "Product Viewed",
    properties: { price: 10 },
    messageId: "m-1",
    anonymousId: "a-1",
    timestamp: "2026-11-21T09:30:15.250Z",
    context: {
      ...device,
      page,
      sessionId: at,
      consent: { categoryPreferences: { analytics: true, personalization: false, marketing: true } },
      library: { name: "ghostlight", version: VERSION },
    },
  });
});

describe("a page", () => {
  test("repeats the page, its name and its category among its properties", () => {
    expect(messageOf("page", ["Shop", "Boots", { size: 38 }])).toMatchObject({
      type: "page",
      name: "Boots",
      category: "Shop",
      properties: { ...page, name: "Boots", category: "Shop", size: 38 },
    });
  });

  test("has neither where none was given", () => {
    const message = messageOf("page", [{ size: 38 }]);
    expect(message).not.toHaveProperty("name");
    expect(message.properties).toEqual({ ...page, size: 38 });
  });

  test("believes the caller about the page, and not the address, in the context too", () => {
    const own = { title: "Red boots", path: "/boots/red" };
    const { properties, context } = messageOf("page", [own]);
    expect(properties).toMatchObject(own);
    expect(context.page).toEqual({ ...page, ...own });
  });
});

describe("who it was", () => {
  const known: Identity = {
    ...identity,
    userId: "u-1",
    traits: { plan: "pro" },
    groupId: "g-1",
    groupTraits: { seats: 5 },
  };

  test("is said by every message once it is known", () => {
    expect(messageOf("track", ["A"], known)).toMatchObject({ userId: "u-1", context: { groupId: "g-1" } });
  });

  test("is told by an identify with all traits so far, and by a group with those of the group", () => {
    expect(messageOf("identify", [{ size: 38 }], known)).toMatchObject({ userId: "u-1", traits: { plan: "pro" } });
    expect(messageOf("group", ["g-1"], known)).toMatchObject({ groupId: "g-1", traits: { seats: 5 } });
  });

  test("is joined by an alias: to whom it names, from whom it names, else from who they are", () => {
    expect(messageOf("alias", ["new", "old"], known)).toMatchObject({ userId: "new", previousId: "old" });
    expect(messageOf("alias", ["new"], known)).toMatchObject({ userId: "new", previousId: "u-1" });
    expect(messageOf("alias", ["new"])).toMatchObject({ userId: "new", previousId: "a-1" });
  });

  test("is left out where nobody may be told apart", () => {
    const { properties, context, ...rest } = messageOf("track", ["A", { price: 10 }], "nobody");
    expect(Object.keys(rest).sort()).toEqual(["event", "messageId", "timestamp", "type"]);
    expect(context).not.toHaveProperty("sessionId");
    expect(properties).toEqual({ price: 10 });
  });
});

describe("a campaign", () => {
  const search = "?utm_source=news&utm_campaign=spring&gclid=x";
  const there = { page: { ...page, search } };

  test("that the address names is in the context", () => {
    const { campaign } = messageOf("track", ["A"], identity, there).context;
    expect(campaign).toEqual({ source: "news", name: "spring" });
  });

  test("is not there where it names none", () => {
    expect(messageOf("track", ["A"]).context).not.toHaveProperty("campaign");
  });
});

describe("options", () => {
  test("are laid over the context, all but what was agreed to and the session", () => {
    const { context } = messageOf("track", [
      "A",
      {},
      {
        context: {
          ip: "0.0.0.0",
          locale: "de",
          page: { title: "T" },
          consent: {},
          sessionId: 1,
          campaign: { name: "c" },
        },
        traits: { plan: "pro" },
      },
    ]);
    expect(context).toMatchObject({
      ip: "0.0.0.0",
      locale: "de",
      timezone: "Europe/Rome",
      page: { ...page, title: "T" },
      sessionId: at,
      campaign: { name: "c" },
      traits: { plan: "pro" },
      consent: { categoryPreferences: { analytics: true } },
    });
  });

  test("say when it happened and where it may go", () => {
    expect(
      messageOf("track", ["A", {}, { timestamp: "2026-01-02T03:04:05+01:00", integrations: { All: false } }]),
    ).toMatchObject({ timestamp: "2026-01-02T02:04:05.000Z", integrations: { All: false } });
  });
});

test("what was withdrawn since it happened is said all the same", () => {
  const call = { purposes: ["analytics"], stamp: ["analytics", "marketing"] };
  const { consent } = messageOf("track", ["A"], identity, call).context;
  expect(consent.categoryPreferences).toEqual({ analytics: true, personalization: false, marketing: true });
});

test("every purpose that was asked is said, and no other", () => {
  const { consent } = messageOf("track", ["A"], identity, { purposes: ["analytics", "resale"] }).context;
  expect(consent.categoryPreferences).toEqual({ analytics: true, personalization: false, marketing: false });
});
