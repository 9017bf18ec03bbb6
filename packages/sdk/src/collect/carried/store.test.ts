import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Call } from "../call.ts";
import { createJournal, JOURNAL } from "../store.ts";
import { createCarried } from "./store.ts";

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
const journal = createJournal(note);
const { take, settle } = createCarried(journal, JSON.parse, note);
const ids = (): string[] => take().map(({ id }) => id);

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.restoreAllMocks();
  note.mockClear();
});

describe("what earlier pages left", () => {
  test("is taken once, in order, and then forgotten", () => {
    journal.write([call("a"), call("b")]);
    expect(take()).toEqual([call("a"), call("b")]);
    expect(ids()).toEqual([]);
    expect(localStorage.length).toBe(0);
  });

  test("is taken each once, of a page that was hidden twice, and with what came between", () => {
    journal.write([call("a"), call("b")]);
    journal.write([call("a"), call("b"), call("c")]);
    expect(ids()).toEqual(["a", "b", "c"]);
    const many = Array.from({ length: 400 }, (_, index) => call(String(index)));
    for (const calls of [many, many]) journal.write(calls);
    expect(new Set(ids())).toEqual(new Set(many.map(({ id }) => id)));
  });

  test("is nothing where there is no entry", () => {
    const erase = vi.spyOn(Storage.prototype, "removeItem");
    expect(ids()).toEqual([]);
    expect(erase).not.toHaveBeenCalled();
  });

  test("loses what its page did in the end, and is no entry once that was all", () => {
    journal.write([call("a"), call("b")]);
    settle("a");
    settle("z");
    expect(ids()).toEqual(["b"]);
    journal.write([call("b")]);
    settle("b");
    expect(localStorage.length).toBe(0);
  });

  test.each(["null", "5", '"text"', '{"id":"a"}', "[null,1,[],{}]", '[{"id":"a","type":"eval"}]'])(
    "is no call where it is %o, and goes",
    (text) => {
      localStorage.setItem(JOURNAL, text);
      expect(ids()).toEqual([]);
      expect(localStorage.length).toBe(0);
      expect(note).not.toHaveBeenCalled();
    },
  );

  test.each(["", "nonsense"])("is said where it is no JSON: %o", (text) => {
    localStorage.setItem(JOURNAL, text);
    expect(ids()).toEqual([]);
    expect(localStorage.length).toBe(0);
    expect(note.mock.calls).toEqual([["journal-denied", expect.any(SyntaxError)]]);
  });

  test.each(["id", "type", "args", "purposes"])("is no call without its %s", (name) => {
    const { [name]: _, ...rest } = call("a") as unknown as Record<string, unknown>;
    localStorage.setItem(JOURNAL, JSON.stringify([rest, call("b")]));
    expect(ids()).toEqual(["b"]);
  });

  test("is picked from among other things", () => {
    localStorage.setItem(JOURNAL, JSON.stringify([null, call("a"), { id: "b" }]));
    expect(ids()).toEqual(["a"]);
  });

  test("is nothing where storage is denied, which is said", () => {
    vi.spyOn(Storage.prototype, "getItem").mockImplementation(() => {
      throw new DOMException("denied", "SecurityError");
    });
    expect(ids()).toEqual([]);
    expect(note.mock.calls).toEqual([["journal-denied", expect.any(DOMException)]]);
  });
});
