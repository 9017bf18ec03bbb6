import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createGuard } from "../env/guard.ts";
import { createTabs, readPrivacyControl } from "./watch.ts";

const note = vi.fn();
const guard = createGuard(note);

/** Channels as browsers have them: everybody of the same name hears, but for the one who speaks. */
class Channel {
  static readonly all = new Set<Channel>();
  onmessage: (() => void) | undefined;
  constructor(readonly name: string) {
    Channel.all.add(this);
  }
  postMessage(): void {
    for (const other of Channel.all) if (other !== this && other.name === this.name) other.onmessage?.();
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  Channel.all.clear();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("tabs", () => {
  test("tell each other, not themselves", () => {
    vi.stubGlobal("BroadcastChannel", Channel);
    const [here, there] = [vi.fn(), vi.fn()];
    const tell = createTabs(guard, here);
    createTabs(guard, there);
    tell();
    expect([here.mock.calls.length, there.mock.calls.length]).toEqual([0, 1]);
  });

  test("look once more: the message may come before the cookie that it tells of", () => {
    vi.stubGlobal("BroadcastChannel", Channel);
    const seen: string[] = [];
    let cookie = "old";
    createTabs(guard, () => void seen.push(cookie));
    createTabs(guard, vi.fn())();
    cookie = "new";
    vi.advanceTimersByTime(1_000);
    expect(seen).toEqual(["old", "new"]);
  });

  test("are alone where there are no channels", () => {
    expect(() => createTabs(guard, vi.fn())()).not.toThrow();
    expect(note).not.toHaveBeenCalled();
  });

  test("are alone where channels are denied", () => {
    class Denied {
      constructor() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      }
    }
    vi.stubGlobal("BroadcastChannel", Denied);
    expect(() => createTabs(guard, vi.fn())()).not.toThrow();
    expect(note).not.toHaveBeenCalled();
  });

  test("survive a channel that closed", () => {
    class Closed extends Channel {
      override postMessage(): void {
        throw new DOMException("closed", "InvalidStateError");
      }
    }
    vi.stubGlobal("BroadcastChannel", Closed);
    createTabs(guard, vi.fn())();
    expect(note).toHaveBeenCalledWith("exception", expect.any(DOMException));
  });
});

describe("privacy control", () => {
  test.each([
    [true, true],
    [false, false],
    [undefined, false],
    ["1", false],
  ])("%o is %o", (value, on) => {
    vi.stubGlobal("navigator", { globalPrivacyControl: value });
    expect(readPrivacyControl()).toBe(on);
  });
});
