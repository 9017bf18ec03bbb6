/** The schema of clauses on what a visitor turns out to like. */
import * as v from "valibot";
import { strictClause } from "../object.ts";
import { say } from "../words.ts";
import { amount, comparison } from "./comparison-schema.ts";

const part = v.pipe(
  amount,
  v.minValue(0, say("a share is never negative", "write a part of 1, such as 0.3")),
  v.maxValue(1, say("a share is a part of 1", "write 0.3 for 30 %")),
);

const MEASURES = ["share", "score", "lift", "top"] as const;

export const affinityClause = v.pipe(
  strictClause({
    affinity: v.pipe(
      v.string(say("an affinity is named by its id", 'write {"affinity": "category", "of": "shoes", "top": 1}')),
      v.description("Id of the affinity, such as category."),
    ),
    of: v.pipe(
      v.string(say("a value is a text", 'write the value that is liked, such as "shoes"')),
      v.minLength(1, say("this value is empty", 'write the value that is liked, such as "shoes"')),
      v.description("The value that is liked, such as shoes."),
    ),
    share: v.optional(
      v.pipe(comparison(part, '{"$gte": 0.3}'), v.description("Its part of all that is liked, from 0 to 1.")),
    ),
    score: v.optional(
      v.pipe(comparison(amount, '{"$gte": 5}'), v.description("The weights of its events, faded with time.")),
    ),
    lift: v.optional(
      v.pipe(comparison(amount, '{"$gte": 2}'), v.description("Its share against that among all visitors (baseline).")),
    ),
    top: v.optional(
      v.pipe(
        v.number(say("a rank is a number", 'write "top": 1')),
        v.integer(say("a rank is a whole number", 'write "top": 1')),
        v.minValue(1, say("the first rank is 1", 'write "top": 1')),
        v.description("It is among the first so many."),
      ),
    ),
  }),
  v.check(
    (parts) => MEASURES.filter((key) => parts[key] !== undefined).length === 1,
    say("this asks one thing of what is liked", 'keep one of "share", "score", "lift" and "top"'),
  ),
);
