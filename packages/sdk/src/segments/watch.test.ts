import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { collectListeners, hidePage, restorePage, showPage } from "../../test/page.ts";
import { createGuard } from "../env/guard.ts";
import { onShown } from "../env/page.ts";
import { createWake } from "./watch.ts";

const NOW = Date.UTC(2026, 10, 21);
const DAY = 86_400_000;
const sweep = { listeners: () => {} };

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  sweep.listeners = collectListeners();
});
afterEach(() => {
  sweep.listeners();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const setUp = (now = Date.now) => {
  const wake = vi.fn();
  const note = vi.fn();
  return { wake, note, at: createWake(now, createGuard(note), onShown, wake) };
};

test("wakes at its instant, once", () => {
  const { wake, at } = setUp();
  at(NOW + 1_000);
  vi.advanceTimersByTime(999);
  expect(wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(DAY);
  expect(wake).toHaveBeenCalledOnce();
});

test("goes by its own clock", () => {
  const { wake, at } = setUp(() => Date.now() + DAY);
  at(NOW + DAY + 1_000);
  vi.advanceTimersByTime(1_000);
  expect(wake).toHaveBeenCalledOnce();
});

test("an instant that is past wakes at once, but not within the call", () => {
  const { wake, at } = setUp();
  at(NOW - DAY);
  expect(wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(0);
  expect(wake).toHaveBeenCalledOnce();
});

test("an instant 90 days away does not fire at once, and is reached by looking again on the way", () => {
  const { wake, at } = setUp();
  const instant = NOW + 90 * DAY;
  wake.mockImplementation(() => at(instant));
  at(instant);
  vi.advanceTimersByTime(10);
  expect(wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(24 * DAY - 10);
  expect(wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(66 * DAY - 1);
  expect(wake.mock.calls.length).toBeLessThan(5);
  wake.mockClear();
  wake.mockImplementation(() => {});
  vi.advanceTimersByTime(1);
  expect(wake).toHaveBeenCalledOnce();
});

test("the last instant counts", () => {
  const { wake, at } = setUp();
  at(NOW + 1_000);
  at(NOW + 5_000);
  vi.advanceTimersByTime(4_999);
  expect(wake).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(wake).toHaveBeenCalledOnce();
});

test.each([[Number.POSITIVE_INFINITY], [Number.NaN]])("%d is never", (instant) => {
  const { wake, at } = setUp();
  at(NOW + 1_000);
  at(instant);
  vi.advanceTimersByTime(90 * DAY);
  expect(wake).not.toHaveBeenCalled();
});

test("wakes when the page is looked at again, from another tab or from the back-forward cache", () => {
  const { wake } = setUp();
  hidePage();
  expect(wake).not.toHaveBeenCalled();
  showPage();
  expect(wake).toHaveBeenCalledTimes(1);
  restorePage();
  expect(wake).toHaveBeenCalledTimes(2);
});

test("a fault in what it wakes is noted, from the timer and from the page", () => {
  const { wake, note, at } = setUp();
  wake.mockImplementation(() => {
    throw new Error("broken");
  });
  at(NOW);
  vi.advanceTimersByTime(0);
  showPage();
  expect(note).toHaveBeenCalledTimes(2);
});
