import { createGhost, type Signal } from "@ghostlight/rules";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ENGINE } from "../../test/site.ts";
import { createGhostStore } from "./store.ts";

const NOW = Date.UTC(2026, 10, 21);
const MONTH = 30 * 86_400_000;
const viewed = (id: string, at = NOW): Signal => ({ id, name: "Product Viewed", at, properties: {} });
const names = async () => (await indexedDB.databases()).map(({ name }) => name);
const { plan } = ENGINE;

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => void vi.unstubAllGlobals());

describe("the ghost", () => {
  test("has seen nothing where nothing is stored", async () => {
    expect(await createGhostStore(vi.fn()).read(NOW)).toEqual(createGhost(NOW));
  });

  test("is told by what was folded in, also on the next page", async () => {
    const folded = await createGhostStore(vi.fn()).fold(viewed("1"), plan, NOW);
    expect(folded.tallies.view).toMatchObject({ n: 1, last: NOW });
    expect(await createGhostStore(vi.fn()).read(NOW)).toEqual(folded);
  });

  test("of two tabs is one, and counts every event of both once", async () => {
    const tabs = [createGhostStore(vi.fn()), createGhostStore(vi.fn())];
    const ids = Array.from({ length: 10 }, (_, index) => String(index));
    await Promise.all(ids.flatMap((id) => tabs.map(({ fold }) => fold(viewed(id), plan, NOW))));
    expect((await createGhostStore(vi.fn()).read(NOW)).tallies.view?.n).toBe(10);
  });

  test("starts anew after fourteen months of silence", async () => {
    const { fold, read } = createGhostStore(vi.fn());
    await fold(viewed("1"), plan, NOW);
    expect((await read(NOW + 12 * MONTH)).tallies.view?.n).toBe(1);
    const late = NOW + 14 * MONTH;
    expect(await read(late)).toEqual(createGhost(late));
    expect((await fold(viewed("2", late), plan, late)).tallies.view?.n).toBe(1);
  });
});

describe("the pseudonym", () => {
  test("is made once for all tabs", async () => {
    const tabs = [createGhostStore(vi.fn()), createGhostStore(vi.fn())];
    const ids = await Promise.all(tabs.map(({ pseudonym }) => pseudonym()));
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set([...ids, await createGhostStore(vi.fn()).pseudonym()]).size).toBe(1);
  });

  test("is another one after it was erased, and the ghost stays", async () => {
    const { pseudonym, erasePseudonym, fold, read } = createGhostStore(vi.fn());
    await fold(viewed("1"), plan, NOW);
    const before = await pseudonym();
    await erasePseudonym();
    expect(await pseudonym()).not.toBe(before);
    expect((await read(NOW)).tallies.view?.n).toBe(1);
  });
});

test("erasing the ghost leaves the pseudonym", async () => {
  const { pseudonym, eraseGhost, fold, read } = createGhostStore(vi.fn());
  await fold(viewed("1"), plan, NOW);
  const before = await pseudonym();
  await eraseGhost();
  expect(await read(NOW)).toEqual(createGhost(NOW));
  expect(await pseudonym()).toBe(before);
});

test("erasing all leaves no trace", async () => {
  const { pseudonym, erase, fold } = createGhostStore(vi.fn());
  await fold(viewed("1"), plan, NOW);
  await pseudonym();
  await erase();
  expect(await names()).toEqual([]);
  await expect(fold(viewed("2"), plan, NOW)).rejects.toThrow("erased");
});
