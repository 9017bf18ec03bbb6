import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Content, readArguments } from "./arguments.ts";
import { type Call, toJson, type Verb } from "./call.ts";
import type { Identity } from "./identity.ts";
import type { Message } from "./message.ts";
import { type Sealed, sealCall } from "./seal.ts";

const page = { path: "/", referrer: "", search: "", title: "", url: "https://shop.example/" };
const known: Identity = { anonymousId: "a-1", since: 1, sessionId: 1, last: 1, campaign: "" };
const note = vi.fn();
const world = { id: 0 };
const host = {
  asked: ["analytics"],
  device: { locale: "it", timezone: "Europe/Rome" },
  newId: () => `id-${++world.id}`,
  now: () => 1,
  toJson,
  note,
};

const call: Call = { id: "m-1", type: "track", args: "", at: 1, page, purposes: ["analytics"] };
function contentOf(type: Verb, ...args: readonly unknown[]): Content {
  const reading = readArguments(type, args);
  if (typeof reading === "string") throw new Error(reading);
  return reading;
}
const play = (type: Verb, ...args: readonly unknown[]): Sealed =>
  sealCall({ ...call, type }, contentOf(type, ...args), host)(known, 0);
const message = (sealed: Sealed | undefined): Message => JSON.parse(sealed?.text ?? "null");

beforeEach(() => {
  note.mockClear();
});

describe("a seal", () => {
  test("holds the message, its JSON and who the visitor is then", async () => {
    const sealed = await play("identify", "u", { plan: "pro" });
    expect(sealed?.identity).toMatchObject({ anonymousId: "a-1", userId: "u", traits: { plan: "pro" } });
    expect(message(sealed)).toMatchObject({ type: "identify", userId: "u", traits: { plan: "pro" } });
    expect(sealed?.message).toMatchObject(message(sealed));
  });

  test("of a reset leaves nobody, and sends nothing", async () => {
    expect(await play("reset")).toEqual({ identity: undefined, weight: 2 });
  });

  test("knows nobody where nobody may be told apart", () => {
    const sealed = sealCall(call, contentOf("track", "A"), host, false)(known, 0);
    expect([sealed.identity, sealed.message?.anonymousId]).toEqual([undefined, undefined]);
  });

  test("says how many events were given up before it, and is kept longer for that", () => {
    const sealed = sealCall(call, contentOf("page"), host)(known, 7);
    expect([message(sealed).context.dropped, sealed.weight]).toEqual([7, 2]);
    expect(message(play("page")).context).not.toHaveProperty("dropped");
  });

  test("holds what is made of the message", () => {
    const change = (one: Message): Message => ({ ...one, event: "B" });
    expect(message(sealCall(call, contentOf("track", "A"), host, true, change)(known, 0)).event).toBe("B");
  });

  test.each<[Verb, readonly unknown[], number]>([
    ["page", [], 0],
    ["track", ["Product Viewed"], 1],
    ["track", ["Order Completed"], 2],
    ["track", ["Sold", { revenue: 5 }], 2],
    ["identify", ["u"], 2],
    ["group", ["g"], 2],
    ["alias", ["u"], 2],
  ])("of %s %j weighs", async (type, args, weight) => {
    expect((await play(type, ...args))?.weight).toBe(weight);
  });
});

describe("is said to be at fault, changes nobody and sends nothing", () => {
  test.each<[string, Verb, readonly unknown[], string]>([
    ["a group without an id", "group", [{ seats: 5 }], "no groupId"],
  ])("%s", async (_, type, args, fault) => {
    const sealed = await play(type, ...args);
    expect([sealed?.identity, sealed?.text]).toEqual([known, undefined]);
    expect(note.mock.calls).toEqual([["bad-event", [type, new TypeError(fault)]]]);
  });
});
