import { expect, test, vi } from "vitest";
import { settle } from "../../../test/page.ts";
import type { Message } from "../message.ts";
import { createHandover } from "./handover.ts";
import type { Plugin } from "./plugin.ts";

const message = (event: string): Message => ({ type: "track", event, messageId: event }) as Message;
const all = (): boolean => true;
const events = (heard: { readonly mock: { readonly calls: unknown[][] } }) =>
  heard.mock.calls.map(([one]) => (one as Message).event);

test("each plugin gets the messages of its kinds, under its purpose", async () => {
  const [stats, pixel, pages] = [vi.fn(), vi.fn(), vi.fn()];
  const plugins: Plugin[] = [
    { name: "stats", track: stats },
    { name: "pixel", purpose: "marketing", track: pixel },
    { name: "pages", page: pages },
  ];
  const handOver = createHandover(plugins, vi.fn());
  handOver(message("a"), (purpose) => purpose === "analytics");
  handOver(message("b"), (purpose) => purpose === "marketing");
  await settle();
  expect([events(stats), events(pixel), events(pages)]).toEqual([["a"], ["b"], []]);
});

test("it is loaded once, before its first message, which waits for that, in order", async () => {
  const said: string[] = [];
  const load = vi.fn(async () => {
    await settle(3);
    said.push("loaded");
  });
  const handOver = createHandover([{ name: "a", load, track: ({ event = "" }) => void said.push(event) }], vi.fn());
  expect(load).not.toHaveBeenCalled();
  handOver(message("a"), all);
  handOver(message("b"), all);
  await settle();
  expect(said).toEqual(["loaded", "a", "b"]);
  expect(load).toHaveBeenCalledOnce();
});

test("what was withdrawn while it loaded is not handed on", async () => {
  const world = { may: true };
  const track = vi.fn();
  const handOver = createHandover([{ name: "a", load: () => settle(3), track }], vi.fn());
  handOver(message("a"), () => world.may);
  world.may = false;
  await settle();
  expect(track).not.toHaveBeenCalled();
});

test("what one throws or makes of the message is nothing to the others", async () => {
  const note = vi.fn();
  const heard = vi.fn();
  const broken: Plugin = {
    name: "broken",
    load: () => Promise.reject(new Error("not there")),
    track(one) {
      Object.assign(one, { event: "changed" });
      throw new Error("broken");
    },
  };
  createHandover([broken, { name: "other", track: heard }], note)(message("a"), all);
  await settle();
  expect(events(heard)).toEqual(["a"]);
  expect(note.mock.calls).toEqual([
    ["listener", new Error("not there")],
    ["listener", new Error("broken")],
  ]);
});
