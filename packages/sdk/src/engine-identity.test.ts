/** Who the visitor is: under which purpose, where it is kept, and who else learns of it. */
import type { Ghost } from "@ghostlight/rules";
import { expect, test, vi } from "vitest";
import { BOTH, call, choose, note, onOwnPage, say, start, wait, world } from "../test/engine.ts";
import { settle } from "../test/page.ts";
import type { Message } from "./collect/message.ts";
import { createGhostStore } from "./ghost/store.ts";

onOwnPage();

const ghost = async () => (await createGhostStore(note).dump()).ghost as Ghost | undefined;
const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

test("under personalization an identify ends the anonymity of the ghost, and nothing is sent", async () => {
  const { engine, server } = start("personalization");
  await engine.take(say("page"));
  expect((await ghost())?.identified).toBe(false);
  expect(await engine.take(say("identify", "u", { plan: "pro" }))).toBeUndefined();
  expect((await ghost())?.identified).toBe(true);
  expect(JSON.stringify(await ghost())).not.toMatch(/"u"|pro/);
  await wait(3_600_000);
  expect(server.posts).toEqual([]);
  expect(await databases()).toEqual(["ghostlight"]);
});

test("under analytics it is in the message and in those after it, and nothing of it goes into a ghost", async () => {
  const { engine } = start("analytics");
  const identified = await engine.take(say("identify", "u", { plan: "pro" }));
  expect(identified).toMatchObject({ type: "identify", userId: "u", traits: { plan: "pro" } });
  expect(await engine.take(call("A"))).toMatchObject({ userId: "u", anonymousId: identified?.anonymousId });
  expect(await databases()).toEqual(["ghostlight-events"]);
});

test("a reset begins anew, in its turn, in every tab", async () => {
  const { engine } = start("analytics");
  const here = [say("identify", "u"), say("reset"), call("A")].map(engine.take);
  const [identified, , after] = await Promise.all(here);
  const { engine: there } = start("analytics");
  const other = await there.take(call("B"));
  expect([after?.userId, other?.userId]).toEqual([undefined, undefined]);
  expect(after?.anonymousId).not.toBe(identified?.anonymousId);
  expect(other?.anonymousId).toBe(after?.anonymousId);
  expect(other?.context.sessionId).toBe(after?.context.sessionId);
});

test("after a withdrawal nobody is known", async () => {
  const { engine } = start(...BOTH);
  const before = await engine.take(say("identify", "u"));
  choose(engine, "personalization");
  await settle();
  choose(engine, ...BOTH);
  const after = await engine.take(call("A"));
  expect(after?.userId).toBeUndefined();
  expect(after?.anonymousId).not.toBe(before?.anonymousId);
});

test("a plugin gets what its purpose allows: without analytics, messages that name nobody", async () => {
  const [stats, pixel] = [vi.fn(), vi.fn()];
  world.plugins = [
    { name: "stats", track: stats },
    { name: "pixel", purpose: "marketing", track: pixel },
  ];
  const { engine, server } = start("marketing");
  expect(await engine.take(call("A"))).toBeUndefined();
  choose(engine, "analytics");
  await engine.take(call("B"));
  await settle();
  const names = (all: typeof stats) => all.mock.calls.map(([one]) => [one.event, typeof one.anonymousId]);
  expect([names(stats), names(pixel)]).toEqual([[["B", "string"]], [["A", "undefined"]]]);
  expect(await databases()).toEqual(["ghostlight-events"]);
  await wait(500);
  expect(server.posts.flatMap(({ batch }) => batch.map(({ event }) => event))).toEqual(["B"]);
});

test("what a middleware drops is not sent, but counts on the device", async () => {
  world.middleware = [({ payload, next }) => next(payload.obj.event === "Product Viewed" ? null : payload)];
  const { engine, server } = start(...BOTH);
  expect(await engine.take(call("Product Viewed"))).toBeUndefined();
  expect(await engine.take(call("B"))).toMatchObject({ event: "B" });
  await wait(500);
  expect(server.posts.flatMap(({ batch }) => batch.map(({ event }: Message) => event))).toEqual(["B"]);
  expect((await ghost())?.tallies.view?.n).toBe(1);
});

test.each<[string, readonly unknown[], string]>([
  ["a text for the properties", ["A", "x"], 'track "A": unexpected argument'],
  ["no name", [""], 'track "": unexpected name'],
  ["a number for a name", [5], 'track "": unexpected argument'],
  ["a name that is too long", ["x".repeat(101)], `track "${"x".repeat(101)}": unexpected name`],
  ["a name with a control character", ["a\u0007b"], 'track "a\u0007b": unexpected name'],
  ["a megabyte", ["A", { text: "x".repeat(1_048_576) }], 'track "A": unexpected size'],
])("a call that means nothing is said to, and is nowhere: %s", async (_, args, fault) => {
  const { engine } = start(...BOTH);
  expect(await engine.take(say("track", ...args))).toBeUndefined();
  expect(note.mock.calls).toEqual([["bad-event", fault]]);
  expect(await databases()).not.toContain("ghostlight-events");
  expect((await ghost())?.session.n ?? 0).toBe(0);
});

test("a call that another script of the page forged harms nobody", async () => {
  const { engine } = start(...BOTH);
  expect(await engine.take({ ...call("A"), args: "{" })).toBeUndefined();
  expect(await engine.take({ ...call("A"), args: "5" })).toBeUndefined();
  expect(note).toHaveBeenCalledTimes(2);
});
