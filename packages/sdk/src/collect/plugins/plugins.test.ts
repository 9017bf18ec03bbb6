import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Message } from "../message.ts";
import type { Middleware } from "./middleware.ts";
import { createPlugins, type Plugins } from "./plugins.ts";

const note = vi.fn();
const middleware: Middleware[] = [];
const own = (event = "A", more: Partial<Message> = {}): Message => ({
  type: "track",
  event,
  messageId: "m-1",
  anonymousId: "a-1",
  timestamp: "2026-11-21T09:30:15.250Z",
  properties: {},
  context: {
    page: { path: "/", referrer: "", search: "", title: "", url: "https://shop.example/" },
    consent: { categoryPreferences: { analytics: true } },
    library: { name: "ghostlight", version: "1" },
  },
  ...more,
});
const clean = async <Value>(value: Value, isOfTraits = false): Promise<Value | undefined> =>
  JSON.parse(JSON.stringify(value).replaceAll("secret", isOfTraits ? "[traits]" : "[redacted]"));
const create = (): Plugins => createPlugins({ plugins: [], middleware, note });
/** What is kept of a message, which in the end is `fresh`. */
const play = async (seen: Message, fresh = seen, one = create()): Promise<Message | undefined> =>
  (await one.pass(seen, clean))?.(fresh);

beforeEach(() => {
  note.mockClear();
  middleware.splice(0);
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
    expect(await play(own())).toMatchObject({ event: "B", properties: { price: 5 } });
  });

  test.each<[string, Middleware]>([
    ["null for the next", ({ next }) => next(null)],
    ["no next", () => undefined],
    ["nothing, ever after waiting", async () => {}],
  ])("drops the message by %s; the others never see it", async (_, drop) => {
    const after = vi.fn(pass);
    middleware.push(pass, drop, after);
    expect(await play(own())).toBeUndefined();
    expect(after).not.toHaveBeenCalled();
  });

  test("that throws keeps the message from leaving, and is told of", async () => {
    middleware.push(() => {
      throw new Error("broken");
    });
    expect(await play(own())).toBeUndefined();
    expect(note.mock.calls).toEqual([["listener", new Error("broken")]]);
  });

  test("keeps the calls in order, however long it takes", async () => {
    const turns = [3, 0, 1];
    middleware.push(async ({ payload, next }) => {
      for (let left = turns.shift() ?? 0; left > 0; left--) await undefined;
      next(payload);
    });
    const order: (string | undefined)[] = [];
    const one = create();
    await Promise.all(
      ["a", "b", "c"].map(async (event) => order.push((await play(own(event), own(event), one))?.event)),
    );
    expect(order).toEqual(["a", "b", "c"]);
  });

  test("sees who the visitor was last; what is kept says who they turned out to be", async () => {
    const seen: unknown[] = [];
    middleware.push(({ payload, next }) => {
      seen.push(payload.obj.anonymousId);
      next(payload);
    });
    const fresh = own("A", { anonymousId: "a-2", userId: "u-2", context: { ...own().context, sessionId: 9 } });
    const kept = await play(own(), fresh);
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
    const kept = await play(own());
    expect([kept?.anonymousId, kept?.messageId]).toEqual(["own", "m-1"]);
    expect(kept?.context.consent.categoryPreferences).toEqual({ analytics: true });
  });

  test("adds nothing that must not travel; traits may say who it is", async () => {
    middleware.push(({ payload, next }) => {
      const { traits } = payload.obj;
      next({ obj: { ...payload.obj, ...(traits ? { traits: { a: "secret" } } : { properties: { a: "secret" } }) } });
    });
    expect((await play(own()))?.properties).toEqual({ a: "[redacted]" });
    expect((await play(own("", { type: "identify", traits: {} })))?.traits).toEqual({ a: "[traits]" });
  });

  test("whose message could not be cleaned keeps it from leaving", async () => {
    middleware.push(pass);
    expect(await create().pass(own(), async () => undefined)).toBeUndefined();
  });

  test("that makes it no JSON keeps it from leaving, and is told of", async () => {
    middleware.push(({ payload, next }) => next({ obj: { ...payload.obj, properties: { big: 5n } } }));
    expect(await play(own())).toBeUndefined();
    expect(note.mock.calls).toEqual([["listener", expect.any(TypeError)]]);
  });
});
