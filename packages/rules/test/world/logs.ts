/** Random logs: bursts and absences, gaps that are exactly a span or a ms off, the same again, and too late. */
import fc from "fast-check";
import { utc, zoned } from "../oracle/days.ts";
import { after } from "../oracle/span.ts";
import type { Around, Entry } from "../oracle/words.ts";
import { defined, maybe, NAMES, SPANS } from "./words.ts";

/** Where something odd is near: a leap day, a change of clocks, the end of months. */
export const STARTS = [
  "2026-01-30T10:00Z",
  "2024-02-28T23:50Z",
  "2026-03-28T22:30Z",
  "2026-10-24T21:59Z",
  "2025-12-31T23:59Z",
];

const calendars = { UTC: utc, "Europe/Rome": zoned("Europe/Rome"), "America/New_York": zoned("America/New_York") };

const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(0, 1, 30_000).map((ms) => ({ span: "1s", times: 0, off: ms })) },
  {
    weight: 4,
    arbitrary: fc.record({ span: fc.constantFrom(...SPANS), times: fc.constant(1), off: fc.constantFrom(-1, 0, 0, 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      span: fc.constantFrom("10m", "1d"),
      times: fc.constant(1),
      off: fc.integer({ min: 0, max: 86_400_000 }),
    }),
  },
);

const kind = fc.constantFrom("x", "y", "z");
const properties = fc
  .record({
    kind: maybe(kind, 5),
    size: maybe(fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom<unknown>("3", "much", null, true)), 5),
    total: maybe(fc.integer({ min: 1, max: 20 }), 5),
    order_id: maybe(fc.constantFrom("o1", "o2", "o3", 7), 1),
    products: maybe(fc.array(fc.record({ kind }), { maxLength: 2 }), 1),
  })
  .map(defined);

const step = fc.record({
  name: fc.oneof(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES, "Identified")),
  gap,
  properties,
});

/** `gap` after an instant, never before it. */
export function apart(at: number, { span, times, off }: { span: string; times: number; off: number }): number {
  return Math.max(at, (times > 0 ? after(at, span) : at) + off);
}

/** When a log begins, ms since 1970. */
export const start = fc.constantFrom(...STARTS).map((text) => Date.parse(text));

/** A log in order of time, and the instant it begins. */
export function logs(maxLength: number): fc.Arbitrary<{ born: number; log: Entry[] }> {
  return fc.record({ born: start, steps: fc.array(step, { maxLength }) }).map(({ born, steps }) => {
    let at = born;
    const log = steps.map((one, index): Entry => {
      at = apart(at, one.gap);
      return { id: `m${index}`, name: one.name, at, properties: one.properties };
    });
    return { born, log };
  });
}

/** How long nothing comes after a log. */
export const absence = gap;

/** What surrounds the visitor. */
export const around: fc.Arbitrary<Around> = fc
  .record({
    purposes: fc.subarray(["personalization", "marketing"]),
    channels: fc.subarray(["email", "sms"]),
    preferred: maybe(fc.constantFrom("email", "sms")),
    facts: fc.record({ device: fc.constantFrom("mobile", "desktop") }),
    zone: fc.constantFrom<keyof typeof calendars>("UTC", "Europe/Rome", "America/New_York"),
  })
  .map(({ zone, ...rest }) => defined({ ...rest, calendar: calendars[zone] }) as Around);

/** The same events, some of them again later on. */
export function repeated(log: readonly Entry[]): fc.Arbitrary<Entry[]> {
  return fc
    .array(fc.nat({ max: 6 }), { minLength: log.length, maxLength: log.length })
    .map((delays) =>
      log.flatMap((entry, index) => [
        entry,
        ...log.slice(Math.max(0, index - (delays[index] ?? 0)), index).slice(0, 1),
      ]),
    );
}

/** The same events in another order: late ones. */
export const disordered = (log: readonly Entry[]): fc.Arbitrary<Entry[]> =>
  fc.shuffledSubarray([...log], { minLength: log.length });
