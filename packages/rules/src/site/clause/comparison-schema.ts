/** The schema of comparisons: with numbers, with durations. */
import * as v from "valibot";
import { DURATION } from "../duration.ts";
import { strictObject } from "../object.ts";
import { say } from "../words.ts";

const NOT_A_DURATION = say("this is not a duration", 'write a whole number and a unit, such as "30m", "12h" or "7d"');

export const duration = v.pipe(
  v.string(NOT_A_DURATION),
  v.regex(DURATION, NOT_A_DURATION),
  v.description(
    "A whole number and a unit: s, m (minutes), h, d (24 hours), w, mo (calendar months) or y. Examples: 30m, 7d, 6mo.",
  ),
);

const WHOLE = say("an event cannot happen a part of a time", "write a whole number, such as 3");

export const times = v.pipe(
  v.number(say("this is not a number", "write a whole number, such as 3")),
  v.integer(WHOLE),
  v.minValue(0, say("a count is never negative", "write 0 or more")),
  v.maxValue(1_000, say("counts are kept exactly up to 1000", "compare with 1000 at most")),
);

/** How many different values a visitor's ghost keeps of one property. */
export const MOST_DISTINCT = 64;

export const values = v.pipe(
  v.number(say("this is not a number", "write a whole number, such as 3")),
  v.integer(say("there is no part of a value", "write a whole number, such as 3")),
  v.minValue(0, say("a count is never negative", "write 0 or more")),
  v.maxValue(
    MOST_DISTINCT - 1,
    say("different values are kept exactly below 64", `compare with ${MOST_DISTINCT - 1} at most`),
  ),
);

export const amount = v.number(say("this is not a number", "write a number, such as 250"));

export function comparison<Operand>(operand: v.GenericSchema<Operand>, example: string) {
  const one = v.optional(operand);
  const mend = `write it like ${example}`;
  return v.pipe(
    strictObject(
      { $eq: one, $ne: one, $gt: one, $gte: one, $lt: one, $lte: one },
      say("this is not a comparison", mend),
    ),
    v.check((operators) => Object.keys(operators).length > 0, say("this comparison compares with nothing", mend)),
  );
}

export const ages = comparison(duration, '{"$lte": "30d"}');
