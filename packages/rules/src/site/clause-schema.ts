/** The schema of clauses, as a site file writes them. */
import * as v from "valibot";
import type { Condition } from "../condition/evaluate.ts";
import { condition } from "./condition-schema.ts";
import { DURATION } from "./duration.ts";
import { strictObject } from "./object.ts";
import { list, say } from "./words.ts";

/** A clause in the words of the site file. */
export type ClauseSource =
  | { all: ClauseSource[] }
  | { any: ClauseSource[] }
  | { not: ClauseSource }
  | { segment: string }
  | { stage: string }
  | EventClauseSource;

export interface EventClauseSource {
  event: string;
  where?: Condition;
  count?: ComparisonSource<number>;
  first?: ComparisonSource<string>;
  last?: ComparisonSource<string>;
  within?: string;
  without?: { event: string; where?: Condition; within: string };
}

export type ComparisonSource<Operand> = { [operator in "$eq" | "$ne" | "$gt" | "$gte" | "$lt" | "$lte"]?: Operand };

export const duration = v.pipe(
  v.string(say("this is not a duration", 'write a whole number and a unit, such as "30m", "12h" or "7d"')),
  v.regex(DURATION, say("this is not a duration", 'write a whole number and a unit, such as "30m", "12h" or "7d"')),
  v.description("A whole number and a unit: s, m (minutes), h, d (24 hours) or w. Examples: 30m, 12h, 7d."),
);

const number = v.pipe(
  v.number(say("this is not a number", "write a whole number, such as 3")),
  v.integer(say("an event cannot happen a part of a time", "write a whole number, such as 3")),
  v.minValue(0, say("a count is never negative", "write 0 or more")),
  v.maxValue(1_000, say("counts are kept exactly up to 1000", "compare with 1000 at most")),
);

function comparison<Operand>(operand: v.GenericSchema<Operand>, example: string) {
  const one = v.optional(operand);
  return v.pipe(
    strictObject(
      { $eq: one, $ne: one, $gt: one, $gte: one, $lt: one, $lte: one },
      say("this is not a comparison", example),
    ),
    v.check((operators) => Object.keys(operators).length > 0, say("this comparison compares with nothing", example)),
  );
}

const eventName = v.pipe(
  v.string(say("an event is named by a text", 'write its name, such as "Product Viewed"')),
  v.minLength(1, say("this event has no name", 'write its name, such as "Product Viewed"')),
  v.description("Name of the event as it is tracked, such as Product Viewed; page calls are Page Viewed."),
);

const without = strictObject(
  { event: eventName, where: v.optional(condition), within: duration },
  say("this is not what stays out", 'write {"event": "Order Completed", "within": "30m"}'),
);

const eventClause = v.pipe(
  v.strictObject({
    event: eventName,
    where: v.optional(condition),
    count: v.optional(comparison(number, 'write it like {"$gte": 3}')),
    first: v.optional(comparison(duration, 'write it like {"$lte": "30d"}')),
    last: v.optional(comparison(duration, 'write it like {"$lte": "30d"}')),
    within: v.optional(duration),
    without: v.optional(without),
  }),
  v.check(
    ({ count, first, last, without }) => [count, first, last, without].filter(Boolean).length <= 1,
    say(
      "a clause asks one thing of its event",
      'keep one of "count", "first", "last" and "without"; join several with "all"',
    ),
  ),
  v.check(
    ({ within, first, last, without }) => within === undefined || !(first ?? last ?? without),
    say('"within" goes with "count"', 'take "within" out, or count: {"count": {"$gte": 1}, "within": "7d"}'),
  ),
);

const clauses = v.pipe(
  v.array(
    v.lazy((input) => clauseSchema(input)),
    say("this is not a list of clauses", "write [ {…}, {…} ]"),
  ),
  v.minLength(1, say("this list of clauses is empty", "put a clause in, or take the list out")),
);

const VARIANTS = {
  event: eventClause,
  all: v.strictObject({ all: clauses }),
  any: v.strictObject({ any: clauses }),
  not: v.strictObject({ not: v.lazy((input) => clauseSchema(input)) }),
  segment: v.strictObject({ segment: v.string(say("a segment is named by its id", 'write {"segment": "its-id"}')) }),
  stage: v.strictObject({ stage: v.string(say("a stage is named by a text", 'write {"stage": "lead"}')) }),
} as const;

type Kind = keyof typeof VARIANTS;
const KINDS = Object.keys(VARIANTS) as Kind[];

const union = v.union(Object.values(VARIANTS)) as unknown as v.GenericSchema<ClauseSource>;

const notAClause = v.custom<ClauseSource>(
  () => false,
  say("this is not a clause", `write an object with one of ${list(KINDS)}, such as {"event": "Product Viewed"}`),
);

/**
 * The one variant that the input means, so that a fault is named inside it;
 * with no input, which is how the JSON Schema is made, all of them.
 */
function clauseSchema(input: unknown): v.GenericSchema<ClauseSource> {
  if (input === undefined) return union;
  const kind = typeof input === "object" && input !== null ? KINDS.find((key) => key in input) : undefined;
  return (kind ? VARIANTS[kind] : notAClause) as unknown as v.GenericSchema<ClauseSource>;
}

export const clause: v.GenericSchema<ClauseSource> = v.lazy((input) => clauseSchema(input));

/** The shape that the JSON Schema names `clause`. */
export const clauseUnion: v.GenericSchema<ClauseSource> = union;
