import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Call } from "./call.ts";
import { createCarried } from "./carried/store.ts";
import { createJournal } from "./store.ts";

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
const { write, take, settle } = createJournal(note);
const ids = (): string[] =>
  take()
    .filter(isCall)
    .map(({ id }) => id);

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  note.mockClear();
});

describe("the journal", () => {
  test("hands a closing page's calls to the next, once, in order", () => {
    write([call("a"), call("b")]);
    expect(ids()).toEqual(["a", "b"]);
    expect(ids()).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  test("keeps what another page wrote before", () => {
    write([call("a")]);
    write([call("b")]);
    expect(ids()).toEqual(["a", "b"]);
  });

  test("hands over each once, of a page that was hidden twice", () => {
    write([call("a"), call("b")]);
    write([call("a"), call("b"), call("c")]);
    expect(ids()).toEqual(["a", "b", "c"]);
    const many = Array.from({ length: 100 }, (_, index) => call(String(index)));
    for (const calls of [many, many]) write(calls);
    expect(ids()).toEqual(many.map(({ id }) => id));
  });

  test("forgets what its page did in the end, and leaves no entry once that is all", () => {
    write([call("a"), call("b")]);
    settle("a");
    settle("z");
    expect(ids()).toEqual(["b"]);
    write([call("b")]);
    settle("b");
    expect(localStorage.length).toBe(0);
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
    expect(ids()).toEqual([]);
  });

  test.each(["", "nonsense", "null", "5", '{"id":"a"}', "[null,1,[],{}]", '[{"id":"a","type":"eval"}]'])(
    "takes %o for no call",
    (text) => {
      localStorage.setItem("ghostlight", text);
      expect(ids()).toEqual([]);
    },
  );

  test("picks its own from among other things", () => {
    localStorage.setItem("ghostlight", JSON.stringify([null, call("a"), { id: "b" }]));
    expect(ids()).toEqual(["a"]);
  });

  test("goes on without storage, and says so", () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    vi.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
      throw new DOMException("full", "QuotaExceededError");
    });
    write([call("a")]);
    expect(ids()).toEqual([]);
    expect(note).toHaveBeenCalledWith("journal-denied", expect.any(DOMException));
  });
});
