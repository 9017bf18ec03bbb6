import { type Context, createGhost, elapse, type Ghost, receive, type Signal, UTC, WHOLE } from "@ghostlight/rules";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ENGINE } from "../../test/site.ts";
import { createGhostStore, type GhostStore } from "./store.ts";

const NOW = Date.UTC(2026, 10, 21);
const MONTH = 30 * 86_400_000;
const viewed = (id: string, at = NOW): Signal => ({ id, name: "Product Viewed", at, properties: {} });
const names = async () => (await indexedDB.databases()).map(({ name }) => name);
const { plan } = ENGINE;
const here: Context = { purposes: [], channels: [], facts: {}, calendar: UTC, ...WHOLE };
const fold = (store: GhostStore, signal: Signal, now = NOW) =>
  store.step(plan, now, here, (life) => receive(plan, life, signal, here));
const look = (store: GhostStore, now = NOW) => store.step(plan, now, here, (life) => elapse(plan, life, now, here));
const stored = async (): Promise<Ghost | undefined> =>
  (await createGhostStore(vi.fn()).dump()).ghost as Ghost | undefined;
const views = async (): Promise<number | undefined> => (await stored())?.tallies.view?.n;

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => void vi.unstubAllGlobals());

describe("the ghost", () => {
  test("has seen nothing where nothing is stored", async () => {
    expect(await stored()).toBeUndefined();
    const { ghost, transitions } = await look(createGhostStore(vi.fn()));
    expect(ghost).toEqual({ ...createGhost(NOW), stage: ["new", NOW] });
    expect(transitions).toEqual([{ at: NOW, kind: "stage", id: "new", entered: true, cause: "start" }]);
    expect(await stored()).toBeUndefined();
  });

  test("is told by what was folded in, also on the next page", async () => {
    const { ghost } = await fold(createGhostStore(vi.fn()), viewed("1"));
    expect(ghost.tallies.view).toMatchObject({ n: 1, last: NOW });
    expect(await stored()).toEqual(ghost);
  });

  test("of two tabs is one, and counts every event of both once", async () => {
    const tabs = [createGhostStore(vi.fn()), createGhostStore(vi.fn())];
    const ids = Array.from({ length: 10 }, (_, index) => String(index));
    await Promise.all(ids.flatMap((id) => tabs.map((tab) => fold(tab, viewed(id)))));
    expect(await views()).toBe(10);
  });

  test("tells what happened while nobody was there once, at its own time, to one of two tabs", async () => {
    const cart = { ...viewed("1"), name: "Product Added" };
    await fold(createGhostStore(vi.fn()), cart);
    const tabs = [createGhostStore(vi.fn()), createGhostStore(vi.fn())];
    const lives = await Promise.all(tabs.map((tab) => look(tab, NOW + MONTH)));
    const told = lives.flatMap(({ transitions }) => transitions.map(({ id, at, cause }) => [id, at - NOW, cause]));
    expect(told).toEqual([
      ["new", 1_800_000, "time"],
      ["waiting", 1_800_000, "time"],
    ]);
    expect(lives.map(({ ghost }) => ghost.stage[0])).toEqual(["waiting", "waiting"]);
  });

  test("is looked at whole only where another tab, or what is beside it, has changed", async () => {
    const [store, other] = [createGhostStore(vi.fn()), createGhostStore(vi.fn())];
    const seen: unknown[] = [];
    const watch = (context: Context) =>
      store.step(plan, NOW, context, (life) => {
        seen.push(life.outcomes);
        return life;
      });
    const { outcomes, transitions } = await fold(store, viewed("1"));
    expect(transitions).not.toEqual([]);
    expect((await watch(here)).transitions).toEqual([]);
    await watch({ ...here, channels: ["email"] });
    await watch({ ...here, channels: ["email"] });
    await fold(other, viewed("2"));
    expect((await watch({ ...here, channels: ["email"] })).ghost.tallies.view?.n).toBe(2);
    expect(seen.map((one, index) => one === (index ? seen[index - 1] : outcomes))).toEqual([true, false, true, false]);
  });

  test("starts anew after fourteen months of silence", async () => {
    const store = createGhostStore(vi.fn());
    await fold(store, viewed("1"));
    await look(store, NOW + 12 * MONTH);
    expect(await views()).toBe(1);
    const late = NOW + 14 * MONTH;
    await fold(store, viewed("2", late), late);
    expect(await views()).toBe(1);
  });

  test("is as it was where a step fails", async () => {
    const store = createGhostStore(vi.fn());
    const { ghost } = await fold(store, viewed("1"));
    const fail = (): never => {
      throw new TypeError("no");
    };
    await store.step(plan, NOW, here, fail).catch(() => undefined);
    expect(await stored()).toEqual(ghost);
  });
});

test("looking at what is kept leaves no trace where nothing is", async () => {
  expect(await createGhostStore(vi.fn()).dump()).toEqual({ ghost: undefined });
  expect(await names()).toEqual([]);
});

test("erasing all leaves no trace, and what comes later starts anew", async () => {
  const store = createGhostStore(vi.fn());
  await fold(store, viewed("1"));
  await store.erase();
  expect(await names()).toEqual([]);
  expect((await fold(store, viewed("2"))).ghost.tallies.view?.n).toBe(1);
});
