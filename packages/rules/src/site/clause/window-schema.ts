/** The schema of windows: which of a visitor's events a clause counts. */
import * as v from "valibot";
import { parseSpan, roughLength } from "../duration.ts";
import { strictObject } from "../object.ts";
import { say } from "../words.ts";
import { choose, isObject } from "./choose.ts";
import { duration } from "./comparison-schema.ts";

const days = strictObject(
  {
    days: v.pipe(
      v.number(say("days are a number", 'write {"days": 7}')),
      v.integer(say("days are a whole number", 'write {"days": 7}')),
      v.minValue(1, say("today is a day", 'write {"days": 1} or more')),
      v.maxValue(400, say("a profile is kept 13 months at most", 'write {"days": 400} at most')),
      v.description("The visitor's last calendar days, today included."),
    ),
  },
  say("this is not a number of days", 'write {"days": 7}'),
);

/** `union`: the shape that the JSON Schema names `within`. */
export const spans = choose<string | { days: number }>([duration, days], (input) => (isObject(input) ? 1 : 0));

const within = v.pipe(
  spans.schema,
  v.description('Only what is younger than that ("30d"), or of the last calendar days ({"days": 7}, today included).'),
);

const NOT_BOTH = say(
  "this is not a span of time",
  'write two durations, such as ["7d", "30d"], or two days, such as ["2026-12-01", "2026-12-24"]',
);

const ORDER = say("what is between must be in order", "write the shorter duration, or the earlier day, first");

const edge = v.pipe(
  v.string(NOT_BOTH),
  v.check(
    (text) => !LIKE_A_DAY.test(text) || isDay(text),
    say("there is no such day", "write year, month and day, such as 2026-12-24"),
  ),
  v.check((text) => parseSpan(text) !== undefined || LIKE_A_DAY.test(text), NOT_BOTH),
);

const between = v.pipe(
  v.array(edge, NOT_BOTH),
  v.length(2, NOT_BOTH),
  v.check(([from = "", to = ""]) => !known(from, to) || LIKE_A_DAY.test(from) === LIKE_A_DAY.test(to), NOT_BOTH),
  v.check(([from = "", to = ""]) => !known(from, to) || isOrdered(from, to), ORDER),
  v.description(
    "Only what is at least as old as the first duration and younger than the second; or of these calendar days, both included.",
  ),
) as unknown as v.GenericSchema<[string, string]>;

const session = v.pipe(
  v.literal(true, say('"session" is true or left out', 'write "session": true')),
  v.description("Only what happened in the visit that goes on."),
);

export const windowEntries = {
  within: v.optional(within),
  between: v.optional(between),
  session: v.optional(session),
};

const LIKE_A_DAY = /^\d{4}-\d\d-\d\d$/;

/** Whether both ends can be looked at; the schema runs on after a fault in one of them. */
function known(from: string, to: string): boolean {
  return [from, to].every((text) => isDay(text) || parseSpan(text) !== undefined);
}

function isOrdered(from: string, to: string): boolean {
  if (isDay(from) !== isDay(to)) return true;
  return isDay(from) ? from <= to : roughLength(from) < roughLength(to);
}

/** Whether the text is a day of the calendar, as an ISO date. */
export function isDay(text: string): boolean {
  if (!LIKE_A_DAY.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}
