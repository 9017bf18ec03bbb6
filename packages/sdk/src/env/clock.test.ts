import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClock, readToday } from "./clock.ts";

const START = Date.UTC(2026, 10, 21);

beforeEach(() => void vi.useFakeTimers({ now: START }));
afterEach(() => void vi.useRealTimers());

test("goes with the device until it travels", () => {
  const { now } = createClock();
  expect(now()).toBe(START);
  vi.setSystemTime(START + 5_000);
  expect(now()).toBe(START + 5_000);
});

test("is ahead by what was asked last, not by the sum", () => {
  const { now, travel } = createClock();
  travel(60_000);
  travel(90_000);
  expect(now()).toBe(START + 90_000);
  vi.setSystemTime(START + 1);
  expect(now()).toBe(START + 90_001);
  travel(0);
  expect(now()).toBe(START + 1);
});

test.each([[undefined], [Number.NaN], ["soon"], [null], [Number.POSITIVE_INFINITY]])(
  "%s ms is no distance: the clock goes back to the device's",
  (ms) => {
    const { now, travel } = createClock();
    travel(60_000);
    travel(ms as never);
    expect(now()).toBe(START);
  },
);

test("each clock travels alone", () => {
  createClock().travel(60_000);
  expect(createClock().now()).toBe(START);
});

test("today is the day where the device is, at either end of it", () => {
  for (const hour of [0, 12, 23]) {
    vi.setSystemTime(new Date(2026, 0, 5, hour, 30));
    expect(readToday()).toBe("2026-01-05");
  }
});
