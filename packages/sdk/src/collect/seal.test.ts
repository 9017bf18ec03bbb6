import { beforeEach, describe, expect, test, vi } from "vitest";
import { readArguments } from "./arguments.ts";
import type { Call, Verb } from "./call.ts";
import type { Identity } from "./identity.ts";
import type { Message } from "./message.ts";
import type { Middleware } from "./middleware.ts";
import { createSealer, type Sealed, type Sealer } from "./seal.ts";

const page = { path: "/", referrer: "", search: "", title: "", url: "https://shop.example/" };
const session = { id: 1, last: 1, campaign: "" };
const known: Identity = { anonymousId: "a-1", since: 1, session };
const note = vi.fn();
const middleware: Middleware[] = [];
const world = { id: 0, kept: undefined as Identity | undefined };

const sealer = (): Sealer =>
  createSealer({
    asked: ["analytics"],
    device: { locale: "it", timezone: "Europe/Rome" },
    version: "1",
    redact: (value, where) => JSON.parse(JSON.stringify(value).replaceAll("secret", `[${where}]`)) as typeof value,
    middleware,
    identity: async () => world.kept,
    newId: () => `id-${++world.id}`,
    note,
  });

/** What a sealer makes of a call, for a visitor who is `before` by the time it is kept. */
async function seal(one: Sealer, before: Identity | undefined, type: Verb, ...args: readonly unknown[]) {
  const reading = readArguments(type, args);
  if (!reading.ok) throw new Error(String(reading.fault));
  const call: Call = { id: "m-1", type, args: "", at: 1, page, purposes: ["analytics"] };
  return (await one(call, reading.content, true))?.(before);
}
const play = (type: Verb, ...args: readonly unknown[]) => seal(sealer(), known, type, ...args);
const message = (sealed: Sealed | undefined): Message => JSON.parse(sealed?.text ?? "null");

beforeEach(() => {
  note.mockClear();
  middleware.splice(0);
  world.kept = known;
});

describe("a seal", () => {
  test("holds the message, its JSON and who the visitor is then", async () => {
    const sealed = await play("identify", "u", { plan: "pro" });
    expect(sealed?.identity).toMatchObject({ anonymousId: "a-1", userId: "u", traits: { plan: "pro" } });
    expect(message(sealed)).toMatchObject({ type: "identify", userId: "u", traits: { plan: "pro" } });
    expect(sealed?.message).toMatchObject(message(sealed));
  });

  test("is made at once where there is no middleware", () => {
    const reading = readArguments("track", ["A"]);
    const call: Call = { id: "m-1", type: "track", args: "", at: 1, page, purposes: [] };
    expect(reading.ok && sealer()(call, reading.content, true)).toBeTypeOf("function");
  });

  test("of a reset leaves nobody, and sends nothing", async () => {
    expect(await play("reset")).toEqual({ identity: undefined, weight: 2 });
  });

  test("knows nobody where nobody may be told apart", () => {
    const reading = readArguments("track", ["A"]);
    const call: Call = { id: "m-1", type: "track", args: "", at: 1, page, purposes: [] };
    const own = reading.ok && sealer()(call, reading.content, false);
    const sealed = typeof own === "function" ? own(known) : undefined;
    expect([sealed?.identity, sealed?.message?.anonymousId]).toEqual([undefined, undefined]);
  });

  test.each<[Verb, readonly unknown[], number]>([
    ["page", [], 0],
    ["track", ["Product Viewed"], 1],
    ["track", ["Order Completed"], 2],
    ["track", ["Sold", { revenue: 5 }], 2],
    ["track", ["Sold", { total: 5 }], 2],
    ["identify", ["u"], 2],
    ["group", ["g"], 2],
    ["alias", ["u"], 2],
  ])("of %s %j weighs", async (type, args, weight) => {
    expect((await play(type, ...args))?.weight).toBe(weight);
  });

  test("holds nothing that must not travel, nor keeps it for later", async () => {
    expect(message(await play("track", "A", { a: "secret" }, { context: { b: "secret" } }))).toMatchObject({
      properties: { a: "[properties]" },
      context: { b: "[properties]" },
    });
    const sealed = await play("identify", "u", { a: "secret" });
    expect([message(sealed).traits, sealed?.identity?.traits]).toEqual([{ a: "[traits]" }, { a: "[traits]" }]);
    expect(note).not.toHaveBeenCalled();
  });
});

describe("is said to be at fault, changes nobody and sends nothing", () => {
  test.each<[string, Verb, readonly unknown[], string]>([
    ["a group without an id", "group", [{ seats: 5 }], "no groupId"],
    ["more than the edge takes", "track", ["A", { text: "é".repeat(16_384) }], "over 32 KiB"],
  ])("%s", async (_, type, args, fault) => {
    const sealed = await play(type, ...args);
    expect([sealed?.identity, sealed?.text]).toEqual([known, undefined]);
    expect(note.mock.calls).toEqual([["bad-event", [expect.stringContaining(type), new TypeError(fault)]]]);
  });
});

describe("a middleware", () => {
  const pass: Middleware = ({ payload, next }) => next(payload);

  test("may change the message, also later and one after the other", async () => {
    middleware.push(
      async ({ payload, next }) => {
        await undefined;
        Object.assign(payload.obj, { properties: { price: 5 } });
        next(payload);
      },
      ({ payload, next }) => next({ obj: { ...payload.obj, event: "B" } }),
    );
    expect(message(await play("track", "A"))).toMatchObject({ event: "B", properties: { price: 5 } });
  });

  test.each<[string, Middleware]>([
    ["null for the next", ({ next }) => next(null)],
    ["no next", () => undefined],
    ["nothing, ever after waiting", async () => {}],
  ])("drops the message by %s; the others never see it", async (_, drop) => {
    const after = vi.fn(pass);
    middleware.push(pass, drop, after);
    expect(await play("track", "A")).toBeUndefined();
    expect(after).not.toHaveBeenCalled();
  });

  test("that throws keeps the message from leaving, and is told of", async () => {
    middleware.push(() => {
      throw new Error("broken");
    });
    expect(await play("track", "A")).toBeUndefined();
    expect(note.mock.calls).toEqual([["listener", new Error("broken")]]);
  });

  test("keeps the calls in order, however long it takes", async () => {
    const turns = [3, 0, 1];
    middleware.push(async ({ payload, next }) => {
      for (let left = turns.shift() ?? 0; left > 0; left--) await undefined;
      next(payload);
    });
    const order: string[] = [];
    const one = sealer();
    await Promise.all(
      ["a", "b", "c"].map(async (event) => order.push(message(await seal(one, known, "track", event)).event ?? "")),
    );
    expect(order).toEqual(["a", "b", "c"]);
  });

  test("sees who the visitor was last; what is kept says who they turned out to be", async () => {
    const seen: unknown[] = [];
    middleware.push(({ payload, next }) => {
      seen.push(payload.obj.anonymousId);
      next(payload);
    });
    const other = { ...known, anonymousId: "a-2", userId: "u-2", session: { id: 9, last: 9, campaign: "" } };
    const kept = message(await seal(sealer(), other, "track", "A"));
    expect(seen).toEqual(["a-1"]);
    expect(kept).toMatchObject({ anonymousId: "a-2", userId: "u-2", context: { sessionId: 9 } });
  });

  test("may say itself who it was, but neither forge what was agreed to nor another id", async () => {
    middleware.push(({ payload, next }) => {
      const { obj } = payload;
      obj.anonymousId = "own";
      obj.messageId = "forged";
      obj.context.consent = { categoryPreferences: { analytics: true, marketing: true } };
      next(payload);
    });
    const kept = message(await play("track", "A"));
    expect([kept.anonymousId, kept.messageId]).toEqual(["own", "m-1"]);
    expect(kept.context.consent.categoryPreferences).toEqual({ analytics: true });
  });

  test("adds nothing that must not travel", async () => {
    middleware.push(({ payload, next }) => next({ obj: { ...payload.obj, properties: { a: "secret" } } }));
    expect(message(await play("track", "A")).properties).toEqual({ a: "[properties]" });
  });

  test("that makes it no JSON is said to be at fault", async () => {
    middleware.push(({ payload, next }) => next({ obj: { ...payload.obj, properties: { big: 5n } } }));
    expect((await play("track", "A"))?.text).toBeUndefined();
    expect(note.mock.calls).toEqual([["bad-event", ['track "A"', expect.any(TypeError)]]]);
  });
});
