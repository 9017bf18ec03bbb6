import { describe, expect, test } from "vitest";
import type { Call } from "./call.ts";
import { createMessage } from "./message.ts";

const page = { path: "/boots", referrer: "", search: "?a=1", title: "Boots", url: "https://shop.example/boots?a=1" };
const asked = ["analytics", "personalization", "marketing"];
const call: Call = {
  id: "m-1",
  type: "track",
  name: "Product Viewed",
  properties: { price: 10 },
  at: Date.UTC(2026, 10, 21, 9, 30, 15, 250),
  page,
  purposes: ["analytics", "marketing"],
};
const view: Call = { ...call, type: "page", name: "Boots", properties: { size: 38 } };

test("a track carries its event, its properties and where and when it happened", () => {
  expect(createMessage(call, "a-1", asked, "1.2.3")).toEqual({
    type: "track",
    event: "Product Viewed",
    properties: { price: 10 },
    messageId: "m-1",
    anonymousId: "a-1",
    timestamp: "2026-11-21T09:30:15.250Z",
    context: {
      page,
      consent: { categoryPreferences: { analytics: true, personalization: false, marketing: true } },
      library: { name: "ghostlight", version: "1.2.3" },
    },
  });
});

describe("a page", () => {
  test("repeats the page and its name among its properties", () => {
    const message = createMessage(view, "a-1", asked, "1.2.3");
    expect(message).toMatchObject({ type: "page", name: "Boots", properties: { ...page, name: "Boots", size: 38 } });
    expect(message).not.toHaveProperty("event");
  });

  test("has no name where none was given", () => {
    const { name: _, ...unnamed } = view;
    const message = createMessage(unnamed, "a-1", asked, "1.2.3");
    expect(message).not.toHaveProperty("name");
    expect(message.properties).toEqual({ ...page, size: 38 });
  });

  test("believes the caller about the page, and not the address", () => {
    const properties = { title: "Red boots" };
    expect(createMessage({ ...view, properties }, "a-1", asked, "1").properties).toMatchObject(properties);
  });
});

test("every purpose that was asked is said, and no other", () => {
  const message = createMessage({ ...call, purposes: ["analytics", "resale"] }, "a-1", ["analytics"], "1");
  expect(message.context.consent.categoryPreferences).toEqual({ analytics: true });
});
