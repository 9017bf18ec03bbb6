/** Lines of events: what rules see of each kind, and what is wrong with the others. */
import { describe, expect, test } from "vitest";
import { readEvent } from "./event.ts";

const AT = "2026-03-01T12:00:00.000Z";
const line = (fields: object) => JSON.stringify({ type: "track", event: "A", timestamp: AT, userId: "u", ...fields });

function read(fields: object) {
  const result = readEvent(line(fields), 7);
  if (!result.ok) throw new Error(result.fault.message);
  return result.event;
}

describe("who did what", () => {
  test("a track of a user", () => {
    expect(read({ properties: { total: 5 } })).toEqual({
      at: Date.parse(AT),
      user: "u",
      step: { id: "line 7", name: "A", properties: { total: 5 }, touch: "direct", known: true, facts: {} },
    });
  });

  test.each([
    ["page", "Page Viewed"],
    ["screen", "Screen Viewed"],
    ["identify", "Identified"],
    ["group", "Grouped"],
  ])("rules know %s as %s", (type, name) => {
    expect(read({ type, event: undefined }).step?.name).toBe(name);
  });

  test.each(["identify", "group"])("the traits of %s are its properties", (type) => {
    expect(read({ type, traits: { plan: "paid" }, properties: { plan: "free" } }).step?.properties).toEqual({
      plan: "paid",
    });
    expect(read({ type, properties: { plan: "free" } }).step?.properties).toEqual({ plan: "free" });
  });

  test("an alias joins ids and is nothing that anybody did", () => {
    expect(read({ type: "alias", previousId: "p" })).toEqual({ at: Date.parse(AT), user: "u", previous: "p" });
  });

  test("a device alone is nobody known; nulls are as if left out", () => {
    const event = read({ userId: null, anonymousId: "d", messageId: null, properties: null, context: null });
    expect(event).toMatchObject({ device: "d", step: { id: "line 7", known: false } });
    expect(event).not.toHaveProperty("user");
  });

  test("a messageId is its id", () => {
    expect(read({ messageId: "m" }).step?.id).toBe("m");
  });

  test("the page is among the properties, below them", () => {
    const context = { page: { path: "/a", title: "T" } };
    expect(read({ context, properties: { title: "own" } }).step?.properties).toEqual({ path: "/a", title: "own" });
  });

  test("purposes are those granted, where it says", () => {
    const of = (categoryPreferences: object) => read({ context: { consent: { categoryPreferences } } }).step?.purposes;
    expect(of({ analytics: true, marketing: false, other: "true" })).toEqual(["analytics"]);
    expect(of({})).toEqual([]);
    expect(read({ context: { consent: { gpc: true } } }).step).not.toHaveProperty("purposes");
  });
});

describe("is refused, with place, value and mend", () => {
  test.each([
    ["{", "", "this is no JSON", "ghostlight export"],
    ["3", "", "this is no event", "ghostlight export"],
    ["null", "", "this is no event", "ghostlight export"],
    ["[{}]", "", "this is no event", "on a line of its own"],
    [line({ type: "trak" }), "type", "this is no type of event", 'did you mean "track"?'],
    [
      line({ type: undefined }),
      "type",
      "this is no type of event",
      "one of track, alias, page, screen, identify, group",
    ],
    [line({ type: "constructor" }), "type", "this is no type of event", "one of track"],
    [line({ timestamp: undefined }), "timestamp", "ISO 8601", "2026-03-01T12:00:00.000Z"],
    [line({ timestamp: "2026-03-01T12:00:00" }), "timestamp", "ISO 8601", "2026-03-01T12:00:00.000Z"],
    [line({ timestamp: 1_772_366_400_000 }), "timestamp", "ISO 8601", "2026-03-01T12:00:00.000Z"],
    [line({ timestamp: "2026-02-30T12:00:00Z" }), "timestamp", "ISO 8601", "2026-03-01T12:00:00.000Z"],
    [line({ userId: 42 }), "userId", "this is no id", '"42"'],
    [line({ anonymousId: "" }), "anonymousId", "this is no id", "not empty"],
    [line({ messageId: {} }), "messageId", "this is no id", "not empty"],
    [line({ userId: undefined }), "", "nobody did this", '"userId" or an "anonymousId"'],
    [line({ event: "" }), "event", "this names no event", "Product Viewed"],
    [line({ type: "alias" }), "previousId", "this is no id", "used before"],
    [line({ type: "alias", previousId: "p", userId: undefined, anonymousId: "d" }), "userId", "joins nobody", "userId"],
    [line({ properties: [] }), "properties", "this is no object", "leave it out"],
    [line({ traits: "x" }), "traits", "this is no object", "leave it out"],
    [line({ context: 1 }), "context", "this is no object", "leave it out"],
    [line({ context: { consent: true } }), "context.consent", "this is no object", "leave it out"],
    [
      line({ context: { consent: { categoryPreferences: ["analytics"] } } }),
      "context.consent.categoryPreferences",
      "this is no object",
      "leave it out",
    ],
  ])("%s", (text, path, message, mend) => {
    const result = readEvent(text, 1);
    if (result.ok) throw new Error("It was taken.");
    expect(result.fault.path).toBe(path);
    expect(result.fault.message).toContain(message);
    expect(result.fault.mend).toContain(mend);
  });
});
