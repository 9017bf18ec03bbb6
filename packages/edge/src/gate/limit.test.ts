/** The token bucket, on a clock of the test's own. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { createLimiter } from "./limit.ts";

test("lets a burst through, then the rate", () => {
  const take = createLimiter({ burst: 3, perSecond: 2 });
  expect([0, 0, 0, 0].map((now) => take("a", now))).toEqual([0, 0, 0, 1]);
  expect([499, 500, 501].map((now) => take("a", now))).toEqual([1, 0, 1]);
});

test("says how long to wait, in whole seconds and never zero", () => {
  const slow = createLimiter({ burst: 1, perSecond: 0.1 });
  expect([0, 0, 5_001, 9_999, 10_000].map((now) => slow("a", now))).toEqual([0, 10, 5, 1, 0]);
});

test("lets one through at least, however low the rate: a bucket that never holds one would refuse all of them for ever", () => {
  const slow = createLimiter({ burst: 0.6, perSecond: 0.1 });
  expect([0, 0, 9_999, 10_000].map((now) => slow("a", now))).toEqual([0, 10, 1, 0]);
});

test("counts each client for itself", () => {
  const take = createLimiter({ burst: 1, perSecond: 1 });
  expect([take("a", 0), take("b", 0), take("a", 0)]).toEqual([0, 0, 1]);
});

test("a clock set back takes nothing away, and gives nothing", () => {
  const take = createLimiter({ burst: 1, perSecond: 1 });
  expect([take("a", 10_000), take("a", 0), take("a", 1_000)]).toEqual([0, 1, 0]);
});

test("forgets the client not seen for longest when it knows too many", () => {
  const take = createLimiter({ burst: 1, perSecond: 1, clients: 2 });
  for (const client of ["a", "b", "a", "c"]) take(client, 0);
  expect(take("a", 0)).toBe(1);
  expect(take("b", 0)).toBe(0);
});

test("never lets through more than the burst and the rate allow", () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 200 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), (steps, burst, perSecond) => {
      const take = createLimiter({ burst, perSecond });
      let now = 0;
      let through = 0;
      for (const step of steps) {
        now += step;
        if (take("a", now) === 0) through++;
      }
      expect(through).toBeLessThanOrEqual(burst + (now / 1000) * perSecond + 1e-6);
    }),
  );
});

test("whoever waits as told gets through", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 500 }), (burst, tenths) => {
      const take = createLimiter({ burst, perSecond: tenths / 10 });
      for (let n = 0; n < burst; n++) take("a", 0);
      const seconds = take("a", 0);
      expect(seconds).toBeGreaterThan(0);
      expect(take("a", seconds * 1000)).toBe(0);
    }),
  );
});
