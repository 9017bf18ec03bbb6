import { IDBFactory, IDBObjectStore, IDBTransaction } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createDatabase, type Database } from "./database.ts";

const NAME = "ghostlight-left";
const add = (value: unknown): number => (typeof value === "number" ? value : 0) + 1;
const quota = new DOMException("full", "QuotaExceededError");

beforeEach(() => void vi.stubGlobal("indexedDB", new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a page that is left", () => {
  const leave = () => dispatchEvent(new Event("pagehide"));
  /** How many transactions of these tests were given up: those of others in this process hear of it too, done or not. */
  const given = () => {
    const { mock } = vi.spyOn(IDBTransaction.prototype, "abort");
    const isOurs = (at: number): boolean => (mock.contexts[at] as IDBTransaction).db.name === NAME;
    return () => mock.results.filter(({ type }, at) => type === "return" && isOurs(at)).length;
  };
  /** Resolves as soon as a change has read, and before it is done. */
  async function begin({ update }: Database): Promise<{ done: Promise<number> }> {
    let done: Promise<number> = Promise.resolve(0);
    await new Promise<void>((resolve) => {
      done = update("n", (value) => {
        resolve();
        return add(value);
      });
    });
    return { done };
  }

  beforeEach(() => void vi.spyOn(navigator, "vendor", "get").mockReturnValue("Apple Computer, Inc."));

  test.each([0, 1])("leaves nothing unfinished, and does it again should it come back: after %i changes", async (n) => {
    const givenUp = given();
    const note = vi.fn();
    const database = createDatabase(NAME, note);
    for (let times = 0; times < n; times++) await database.update("n", add);
    const { done } = await begin(database);
    leave();
    expect(givenUp()).toBe(1);
    expect(await done).toBe(n + 1);
    expect(await createDatabase(NAME, vi.fn()).read("n")).toBe(n + 1);
    expect(note).not.toHaveBeenCalled();
  });

  test("and came back does not try for ever what fails", async () => {
    const note = vi.fn();
    const { update } = createDatabase(NAME, note);
    await update("n", add);
    leave();
    vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
      throw quota;
    });
    expect(await update("n", add)).toBe(2);
    expect(note.mock.calls).toEqual([["storage-memory", quota]]);
  });

  test("with nothing to do has nothing to end", async () => {
    const thrown = vi.fn();
    addEventListener("error", thrown, { once: true });
    const { update } = createDatabase(NAME, vi.fn());
    leave();
    await update("n", add);
    leave();
    expect(await update("n", add)).toBe(2);
    expect(thrown).not.toHaveBeenCalled();
  });

  test("ends by itself in browsers other than WebKit", async () => {
    vi.spyOn(navigator, "vendor", "get").mockReturnValue("Google Inc.");
    const givenUp = given();
    const { done } = await begin(createDatabase(NAME, vi.fn()));
    leave();
    expect(await done).toBe(1);
    expect(givenUp()).toBe(0);
  });
});
