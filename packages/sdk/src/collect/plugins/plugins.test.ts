import { beforeEach, describe, expect, test, vi } from "vitest";
import { settle } from "../../../test/page.ts";
import type { Identity } from "../identity.ts";
import type { Message } from "../message.ts";
import { NO_MAIL } from "../outbox.ts";
import type { Seal } from "../seal.ts";
import type { Middleware } from "./middleware.ts";
import type { Plugin } from "./plugin.ts";
import { type Change, createPlugins, type Plugins } from "./plugins.ts";

const note = vi.fn();
const middleware: Middleware[] = [];
const plugins: Plugin[] = [];
const who = (anonymousId: string, more: Partial<Identity> = {}): Identity => ({
  anonymousId,
  since: 1,
  sessionId: 1,
  last: 1,
  campaign: "",
  ...more,
});
/** Who the visitor was last, who they turn out to be once it is kept, and what they agreed to. */
const world = { before: who("a-1"), after: who("a-1"), granted: ["analytics"] };

const own = (event: string, more: Partial<Message> = {}): Message => ({
  type: "track",
  event,
  messageId: "m-1",
  timestamp: "2026-11-21T09:30:15.250Z",
  properties: {},
  context: {
    page: { path: "/", referrer: "", search: "", title: "", url: "https://shop.example/" },
    consent: { categoryPreferences: { analytics: true } },
    library: { name: "ghostlight", version: "1" },
  },
  ...more,
});
const sealOf =
  (message: Message) =>
  (isKnown: boolean, change: Change = (one) => one): Seal =>
  (identity) => {
    const { anonymousId, userId } = (isKnown && identity) || {};
    const context = { ...message.context, sessionId: identity?.sessionId };
    return { identity, message: change({ ...message, anonymousId, userId, context }), text: "", weight: 1 };
  };
const kept: Message[] = [];
const transport = {
  read: async () => ({ ...NO_MAIL, identity: world.before }),
  async take(seal: Seal) {
    const { message } = seal(world.after, 0);
    if (message) kept.push(message);
    return message;
  },
};
const clean = async <Value>(value: Value, isOfTraits = false): Promise<Value | undefined> =>
  JSON.parse(JSON.stringify(value).replaceAll("secret", isOfTraits ? "[traits]" : "[redacted]"));
const may = (purpose: string): boolean => world.granted.includes(purpose);
const create = (): Plugins => createPlugins({ plugins, middleware, note });
const play = (message: Message, one = create()): Promise<Message | undefined> =>
  one.deliver(sealOf(message), transport, clean, may);

beforeEach(() => {
  note.mockClear();
  for (const list of [middleware, plugins, kept]) list.splice(0);
  Object.assign(world, { before: who("a-1"), after: who("a-1"), granted: ["analytics"] });
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
    expect(await play(own("A"))).toMatchObject({ event: "B", properties: { price: 5 } });
    expect(kept).toHaveLength(1);
  });

  test.each<[string, Middleware]>([
    ["null for the next", ({ next }) => next(null)],
    ["no next", () => undefined],
    ["nothing, ever after waiting", async () => {}],
  ])("drops the message by %s; the others never see it", async (_, drop) => {
    const after = vi.fn(pass);
    middleware.push(pass, drop, after);
    expect(await play(own("A"))).toBeUndefined();
    expect(after).not.toHaveBeenCalled();
    expect(kept).toEqual([]);
  });

  test("that throws keeps the message from leaving, and is told of", async () => {
    middleware.push(() => {
      throw new Error("broken");
    });
    expect(await play(own("A"))).toBeUndefined();
    expect(kept).toEqual([]);
    expect(note.mock.calls).toEqual([["listener", new Error("broken")]]);
  });

  test("keeps the calls in order, however long it takes", async () => {
    const turns = [3, 0, 1];
    middleware.push(async ({ payload, next }) => {
      for (let left = turns.shift() ?? 0; left > 0; left--) await undefined;
      next(payload);
    });
    const one = create();
    await Promise.all(["a", "b", "c"].map((event) => play(own(event), one)));
    expect(kept.map(({ event }) => event)).toEqual(["a", "b", "c"]);
  });

  test("sees who the visitor was last; what is kept says who they turned out to be", async () => {
    const seen: unknown[] = [];
    middleware.push(({ payload, next }) => {
      seen.push(payload.obj.anonymousId);
      next(payload);
    });
    world.after = who("a-2", { userId: "u-2", sessionId: 9 });
    const message = await play(own("A"));
    expect(seen).toEqual(["a-1"]);
    expect(message).toMatchObject({ anonymousId: "a-2", userId: "u-2", context: { sessionId: 9 } });
  });

  test("may say itself who it was, but neither forge what was agreed to nor another id", async () => {
    middleware.push(({ payload, next }) => {
      const { obj } = payload;
      obj.anonymousId = "own";
      obj.messageId = "forged";
      obj.context.consent = { categoryPreferences: { analytics: true, marketing: true } };
      next(payload);
    });
    const message = await play(own("A"));
    expect([message?.anonymousId, message?.messageId]).toEqual(["own", "m-1"]);
    expect(message?.context.consent.categoryPreferences).toEqual({ analytics: true });
  });

  test("adds nothing that must not travel; traits may say who it is", async () => {
    middleware.push(({ payload, next }) => {
      const { traits } = payload.obj;
      next({ obj: { ...payload.obj, ...(traits ? { traits: { a: "secret" } } : { properties: { a: "secret" } }) } });
    });
    expect((await play(own("A")))?.properties).toEqual({ a: "[redacted]" });
    expect((await play(own("", { type: "identify", traits: {} })))?.traits).toEqual({ a: "[traits]" });
  });

  test("whose message could not be cleaned keeps it from leaving", async () => {
    middleware.push(pass);
    const dirty = async (): Promise<undefined> => undefined;
    expect(await create().deliver(sealOf(own("A")), transport, dirty, may)).toBeUndefined();
    expect(kept).toEqual([]);
  });

  test("that makes it no JSON keeps it from leaving, and is told of", async () => {
    middleware.push(({ payload, next }) => next({ obj: { ...payload.obj, properties: { big: 5n } } }));
    expect(await play(own("A"))).toBeUndefined();
    expect(note.mock.calls).toEqual([["listener", expect.any(TypeError)]]);
  });

  test("never sees a reset", async () => {
    const seen = vi.fn(pass);
    middleware.push(seen);
    const reset: Seal = () => ({ identity: undefined, weight: 2 });
    const take = vi.fn(transport.take);
    expect(await create().deliver(() => reset, { ...transport, take }, clean, may)).toBeUndefined();
    expect(seen).not.toHaveBeenCalled();
    expect(take).toHaveBeenCalledOnce();
  });

  test("that takes until after a withdrawal keeps nothing", async () => {
    middleware.push(({ payload, next }) => {
      world.granted = [];
      next(payload);
    });
    plugins.push({ name: "pixel", purpose: "marketing", track: vi.fn() });
    expect(await play(own("A"))).toBeUndefined();
    expect(kept).toEqual([]);
  });
});

describe("plugins", () => {
  const events = (heard: { readonly mock: { readonly calls: unknown[][] } }) =>
    heard.mock.calls.map(([one]) => (one as Message).event);

  test("hear what was kept, as the middleware made it, in order", async () => {
    const track = vi.fn();
    plugins.push({ name: "a", track });
    middleware.push(({ payload, next }) => next({ obj: { ...payload.obj, event: `${payload.obj.event}!` } }));
    const one = create();
    await Promise.all([play(own("A"), one), play(own("B"), one)]);
    await settle();
    expect(events(track)).toEqual(["A!", "B!"]);
  });

  test("under another purpose hear a message that names nobody and is not kept", async () => {
    const track = vi.fn();
    plugins.push({ name: "pixel", purpose: "marketing", track });
    world.granted = ["marketing"];
    expect(await play(own("A"))).toBeUndefined();
    await settle();
    expect(track.mock.calls[0]?.[0]).not.toHaveProperty("anonymousId");
    expect([events(track), kept]).toEqual([["A"], []]);
  });

  test.each<[string, readonly Middleware[], readonly unknown[]]>([
    ["a message that names nobody", [], [["A", undefined]]],
    ["nothing, if a middleware may have put in who it was", [({ payload, next }) => next(payload)], []],
  ])("hear, where analytics was withdrawn while it was kept, %s", async (_, more, heard) => {
    const track = vi.fn();
    plugins.push({ name: "pixel", purpose: "marketing", track });
    middleware.push(...more);
    world.granted = ["analytics", "marketing"];
    const keep: typeof transport.take = async (seal) => {
      world.granted = ["marketing"];
      return transport.take(seal);
    };
    expect(await create().deliver(sealOf(own("A")), { ...transport, take: keep }, clean, may)).toBeUndefined();
    await settle();
    expect(track.mock.calls.map(([one]) => [one.event, one.anonymousId])).toEqual(heard);
  });

  test("hear nothing of what could not be kept", async () => {
    const track = vi.fn();
    plugins.push({ name: "a", track });
    const full = { ...transport, take: async () => undefined };
    expect(await create().deliver(sealOf(own("A")), full, clean, may)).toBeUndefined();
    await settle();
    expect(track).not.toHaveBeenCalled();
  });
});
