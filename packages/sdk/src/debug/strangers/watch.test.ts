import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGuard } from "../../env/guard.ts";
import { watchStrangers } from "./watch.ts";

/** What the browser calls when resources were loaded: what that throws is an error of the page. */
let tell: (...addresses: string[]) => void;

beforeEach(() => {
  vi.stubGlobal(
    "PerformanceObserver",
    class {
      constructor(run: (list: { getEntries(): { name: string }[] }) => void) {
        tell = (...addresses) => run({ getEntries: () => addresses.map((name) => ({ name })) });
      }
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => void vi.unstubAllGlobals());

test("names each host that nobody declared, once, and nothing without one", () => {
  const note = vi.fn();
  watchStrangers(["cdn.example"], note, createGuard(note));
  tell("https://a.cdn.example/x", "https://spy.example/1", "data:,x", `${location.href}y`, "no address");
  tell("https://spy.example/2", "https://other.example/");
  expect(note.mock.calls).toEqual([
    ["undeclared", "spy.example"],
    ["undeclared", "other.example"],
  ]);
});

test("also in a browser without URL.canParse", () => {
  vi.stubGlobal("URL", Object.assign(class extends URL {}, { canParse: undefined }));
  const note = vi.fn();
  watchStrangers([], note, createGuard(note));
  tell("https://spy.example/1");
  expect(note.mock.calls).toEqual([["undeclared", "spy.example"]]);
});

test("an exception of ours never reaches the page", () => {
  const note = vi.fn();
  const broken = new Error("no addresses here");
  vi.stubGlobal(
    "URL",
    class {
      constructor() {
        throw broken;
      }
    },
  );
  watchStrangers([], note, createGuard(note));
  vi.stubGlobal("location", undefined);
  expect(() => tell("https://spy.example/1")).not.toThrow();
  expect(note.mock.calls).toEqual([["exception", expect.any(TypeError)]]);
});
