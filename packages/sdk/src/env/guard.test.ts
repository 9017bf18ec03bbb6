import { expect, test, vi } from "vitest";
import { settle } from "../../test/page.ts";
import { createGuard } from "./guard.ts";

const fault = new TypeError("broken");
const fail = () => {
  throw fault;
};

test("passes the arguments on and gives nothing back", () => {
  const run = vi.fn((one: number, two: string) => `${one} ${two}`);
  expect(createGuard(vi.fn())(run)(1, "two")).toBeUndefined();
  expect(run).toHaveBeenCalledWith(1, "two");
});

test("gives no promise back either: a caller might wait for it, or return it", () => {
  expect(createGuard(vi.fn())(async () => 5)()).toBeUndefined();
});

test("notes what is thrown before it returns", () => {
  const note = vi.fn();
  createGuard(note)(fail)();
  expect(note.mock.calls).toEqual([["exception", fault]]);
});

test("notes under the code it was given", () => {
  const note = vi.fn();
  createGuard(note, "listener")(fail)();
  expect(note).toHaveBeenCalledWith("listener", fault);
});

test.each([
  ["a promise", async () => fail()],
  // biome-ignore lint/suspicious/noThenProperty: what other libraries return instead of promises.
  ["another library's promise", () => ({ then: (_: unknown, reject: (reason: unknown) => void) => reject(fault) })],
])("notes the rejection of %s", async (_, run) => {
  const note = vi.fn();
  createGuard(note)(run)();
  await settle();
  expect(note.mock.calls).toEqual([["exception", fault]]);
});

test("notes a rejection also where a library has replaced the page's Promise", async () => {
  const note = vi.fn();
  const native = Promise.reject(fault);
  vi.stubGlobal("Promise", class Replaced<T> extends Promise<T> {});
  createGuard(note)(() => native)();
  vi.unstubAllGlobals();
  await settle();
  expect(note.mock.calls).toEqual([["exception", fault]]);
});

test("a call that is not a function is noted, not thrown", () => {
  const note = vi.fn();
  createGuard(note)(undefined as never)();
  expect(note).toHaveBeenCalledWith("exception", expect.any(TypeError));
});
