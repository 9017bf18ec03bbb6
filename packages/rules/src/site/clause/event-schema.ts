/** The schema of clauses on events. */
import * as v from "valibot";
import { record, strictClause, strictObject } from "../object.ts";
import { say } from "../words.ts";
import { ages, amount, comparison, duration, times, values } from "./comparison-schema.ts";
import { eventEntries } from "./event-name.ts";
import { windowEntries } from "./window-schema.ts";

/** A comparison of what one property comes to, by its path. */
function ofProperty(operand: v.GenericSchema<number>, example: string) {
  const one = say("this compares one property", `write it like ${example}`);
  const path = v.pipe(v.string(one), v.minLength(1, say("this property has no name", `write it like ${example}`)));
  return v.pipe(
    record(path, comparison(operand, '{"$gte": 3}'), one),
    v.minEntries(1, one),
    v.maxEntries(1, say("a clause compares one property", 'join several clauses with "all"')),
  );
}

const without = strictObject(
  { ...eventEntries, within: duration },
  say("this is not what stays out", 'write {"event": "Order Completed", "within": "30m"}'),
);

const next = strictObject(
  { ...eventEntries, within: duration },
  say("this is not what comes next", 'write {"event": "Order Completed", "within": "7d"}'),
);

/** What a clause can ask of its event, and of those only the ones that count can be in a window. */
const MEASURES = ["count", "sum", "distinct", "first", "last", "without"] as const;
const WINDOWS = ["within", "between", "session"] as const;

type Parts = { readonly [key in (typeof MEASURES)[number] | (typeof WINDOWS)[number] | "then"]?: unknown };

const has = (parts: Parts, keys: readonly (keyof Parts)[]) => keys.filter((key) => parts[key] !== undefined);

export const eventClause = v.pipe(
  strictClause({
    ...eventEntries,
    count: v.optional(
      v.pipe(comparison(times, '{"$gte": 3}'), v.description("How often it happened. Default: at least once.")),
    ),
    sum: v.optional(
      v.pipe(
        ofProperty(amount, '{"total": {"$gte": 500}}'),
        v.description("What a property of the events adds up to."),
      ),
    ),
    distinct: v.optional(
      v.pipe(
        ofProperty(values, '{"category": {"$gte": 3}}'),
        v.description("How many different values a property had."),
      ),
    ),
    first: v.optional(v.pipe(ages, v.description("How long ago it happened for the first time."))),
    last: v.optional(v.pipe(ages, v.description("How long ago it happened last."))),
    ...windowEntries,
    // biome-ignore lint/suspicious/noThenProperty: a word of the site file; nobody waits for a schema
    then: v.optional(
      v.pipe(next, v.description("Count this event instead, where it came within that long after the first one.")),
    ),
    without: v.optional(
      v.pipe(without, v.description("The event came, and for that long none of these since: something was abandoned.")),
    ),
  }),
  v.check(
    (parts) => has(parts, MEASURES).length <= 1,
    say(
      "a clause asks one thing of its event",
      'keep one of "count", "sum", "distinct", "first", "last" and "without"; join several with "all"',
    ),
  ),
  v.check(
    (parts) => has(parts, WINDOWS).length <= 1,
    say("a clause has one window", 'keep one of "within", "between" and "session"; join several clauses with "all"'),
  ),
  v.check(
    (parts) => !has(parts, WINDOWS).length || !has(parts, ["first", "last", "without"]).length,
    say(
      'a window goes with "count", "sum" or "distinct"',
      'take the window out, or count: {"count": {"$gte": 1}, "within": "7d"}',
    ),
  ),
  v.check(
    (parts) => parts.then === undefined || !has(parts, ["sum", "distinct", "without"]).length,
    say('"then" goes with "count", "first" or "last"', "take the other out, or write two clauses"),
  ),
  v.check(
    ({ distinct, between }) => distinct === undefined || !Array.isArray(between) || /-/.test(String(between[0])),
    say('"distinct" cannot look between two ages', 'write "within", or "between" two days'),
  ),
);
