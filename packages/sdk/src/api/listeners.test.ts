import { describe, expect, test, vi } from "vitest";
import { createGuard } from "../env/guard.ts";
import { createListeners } from "./listeners.ts";

interface Payloads {
  readonly a: number;
  readonly b: string;
}

const setUp = () => {
  const note = vi.fn();
  return { note, ...createListeners<Payloads>(createGuard(note, "listener")) };
};

test("a listener hears of its event and of no other", () => {
  const { on, emit } = setUp();
  const listen = vi.fn();
  on("a", listen);
  emit("a", 1);
  emit("b", "x");
  emit("a", 2);
  expect(listen.mock.calls).toEqual([[1], [2]]);
});

test("a late listener hears the latest at once", () => {
  const { on, emit } = setUp();
  const listen = vi.fn();
  emit("a", 1);
  emit("a", 2);
  on("a", listen);
  expect(listen.mock.calls).toEqual([[2]]);
});

test("one that stopped hears no more, the same function under another call does", () => {
  const { on, emit } = setUp();
  const listen = vi.fn();
  const stop = on("a", listen);
  on("a", listen);
  stop();
  stop();
  emit("a", 1);
  expect(listen).toHaveBeenCalledOnce();
});

describe("one that throws", () => {
  const fault = new Error("broken");

  test("is noted and keeps nothing from the next", () => {
    const { on, emit, note } = setUp();
    const listen = vi.fn();
    on("a", () => {
      throw fault;
    });
    on("a", listen);
    emit("a", 1);
    expect(listen).toHaveBeenCalledWith(1);
    expect(note.mock.calls).toEqual([["listener", fault]]);
  });

  test("at once, when it comes late, throws nothing at who added it", () => {
    const { on, emit, note } = setUp();
    emit("a", 1);
    on("a", () => {
      throw fault;
    });
    expect(note).toHaveBeenCalledOnce();
  });

  test("is noted as well where it is no function", () => {
    const { on, emit, note } = setUp();
    on("a", undefined as never);
    emit("a", 1);
    expect(note.mock.calls).toEqual([["listener", expect.any(TypeError)]]);
  });
});

test("whoever changes things while listening leaves everybody with the latest", () => {
  const { on, emit } = setUp();
  const heard: number[] = [];
  on("a", (value) => {
    if (value === 1) emit("a", 2);
  });
  on("a", (value) => void heard.push(value));
  emit("a", 1);
  expect(heard.at(-1)).toBe(2);
  expect(heard).not.toContain(1);
});

test("once is once, also where there was a latest, and however it is heard again meanwhile", () => {
  const { once, emit } = setUp();
  const late = vi.fn();
  emit("a", 1);
  once("a", late);
  const listen = vi.fn(() => emit("b", "again"));
  once("b", listen);
  emit("b", "x");
  emit("a", 2);
  expect(late.mock.calls).toEqual([[1]]);
  expect(listen).toHaveBeenCalledOnce();
});

test("off stops a function wherever it listens to that, and nowhere else", () => {
  const { on, once, off, emit } = setUp();
  const listen = vi.fn();
  on("a", listen);
  once("a", listen);
  on("b", listen);
  off("a", listen);
  off("a", () => {});
  emit("a", 1);
  emit("b", "x");
  expect(listen.mock.calls).toEqual([["x"]]);
});

test("what only passes is not told to those who come later", () => {
  const { on, emit } = setUp();
  const [early, late] = [vi.fn(), vi.fn()];
  on("a", early);
  emit("a", 1, true);
  on("a", late);
  expect([early.mock.calls, late.mock.calls]).toEqual([[[1]], []]);
});
