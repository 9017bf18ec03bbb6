import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Call } from "./call.ts";
import { createJournal, JOURNAL } from "./store.ts";

const note = vi.fn();
const page = { path: "/", referrer: "", search: "", title: "", url: "https://shop.example/" };
const call = (id: string): Call => ({
  id,
  type: "track",
  args: "[]",
  at: 1,
  page,
  purposes: ["analytics"],
});
const { write, erase } = createJournal(note);
const ids = (): string[] => JSON.parse(localStorage.getItem(JOURNAL) ?? "[]").map(({ id }: Call) => id);

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  note.mockClear();
});

describe("the journal", () => {
  test("keeps a closing page's calls, in order", () => {
    write([call("a"), call("b")]);
    expect(ids()).toEqual(["a", "b"]);
  });

  test("keeps what another page wrote before", () => {
    write([call("a")]);
    write([call("b")]);
    expect(ids()).toEqual(["a", "b"]);
  });

  test("leaves no entry where there is nothing to carry", () => {
    write([]);
    expect(localStorage.length).toBe(0);
  });

  test("keeps five hundred calls, the latest", () => {
    write(Array.from({ length: 550 }, (_, index) => call(String(index))));
    const kept = ids();
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([500, "50", "549"]);
  });

  test("forgets all of it when told to", () => {
    write([call("a")]);
    erase();
    expect(localStorage.length).toBe(0);
  });

  test("goes on without storage, and says so", () => {
    const denied = () => {
      throw new DOMException("denied", "SecurityError");
    };
    for (const name of ["getItem", "setItem", "removeItem"] as const) {
      vi.spyOn(Storage.prototype, name).mockImplementation(denied);
    }
    write([call("a")]);
    erase();
    expect(note.mock.calls).toEqual([["journal-denied", expect.any(DOMException)]]);
  });
});
