/** The days of a time zone, by the names and rules that the runtime brings along. */
import type { Calendar } from "@ghostlight/rules";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Offsets kept: an hour each, so some months of events in any order. */
const KEPT = 5_000;

/** Of an IANA time zone such as `Europe/Rome`; undefined where there is none of that name. */
export function calendarOf(zone: string): Calendar | undefined {
  const clock = clockOf(zone);
  if (!clock) return undefined;
  const offsetAt = remembered((at) => shownBy(clock, at) - Math.floor(at / 1000) * 1000);
  return {
    startOfDay(at, shift) {
      const midnight = (Math.floor((at + offsetAt(at)) / DAY) + shift) * DAY;
      // Where clocks change about midnight it comes twice or never: the first one counts, or the moment of the change.
      const before = midnight - offsetAt(midnight - DAY);
      const after = midnight - offsetAt(midnight + DAY);
      return [before, after].find((start) => start + offsetAt(start) === midnight) ?? before;
    },
    dateOf: (at) => new Date(at + offsetAt(at)).toISOString().slice(0, 10),
  };
}

function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const two = "2-digit";
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the clocks there show, as if it were UTC, in ms. */
function shownBy(clock: Intl.DateTimeFormat, at: number): number {
  const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return new Date(0).setUTCFullYear(year, month - 1, day) + hour * HOUR + minute * 60_000 + second * 1000;
}

/** To ask the runtime takes longer than all else; an hour without a change is asked for once. */
function remembered(ask: (at: number) => number): (at: number) => number {
  const hours = new Map<number, number | undefined>();
  return (at) => {
    const hour = Math.floor(at / HOUR);
    if (!hours.has(hour)) {
      if (hours.size >= KEPT) hours.clear();
      const [first, last] = [ask(hour * HOUR), ask(hour * HOUR + HOUR - 1)];
      hours.set(hour, first === last ? first : undefined);
    }
    return hours.get(hour) ?? ask(at);
  };
}
