/** The part of a site file about what is known of a visitor: facts, affinities, segments. */
import * as v from "valibot";
import { duration } from "./clause/comparison-schema.ts";
import { eventEntries, eventName } from "./clause/event-name.ts";
import { clause } from "./clause/schema.ts";
import { parseSpan } from "./duration.ts";
import { record, strictObject } from "./object.ts";
import { id, text } from "./parts.ts";
import { say } from "./words.ts";

const about = <Schema extends v.GenericSchema>(schema: Schema, words: string) => v.pipe(schema, v.description(words));

const PROPERTY = say("a property is named by its path", 'write its name, such as "category"');
const path = v.pipe(v.string(PROPERTY), v.minLength(1, PROPERTY));
const remembered = (words: string) => v.optional(about(path, words));

const MEASURES = ["latest", "first", "max", "min", "sum", "distinct"] as const;

const fact = v.pipe(
  strictObject(
    {
      ...eventEntries,
      latest: remembered("The property's latest value."),
      first: remembered("The property's first value."),
      max: remembered("The property's largest value."),
      min: remembered("The property's smallest value."),
      sum: remembered("What the property adds up to."),
      distinct: remembered("How many different values the property had."),
    },
    say("this is not a fact", 'write {"event": "Product Viewed", "latest": "category"}'),
  ),
  v.check(
    (parts) => MEASURES.filter((key) => parts[key] !== undefined).length <= 1,
    say("a fact is one thing", 'keep one of "latest", "first", "max", "min", "sum" and "distinct"'),
  ),
);

export const facts = v.pipe(
  record(id("a fact"), fact, say("this is not a set of facts", 'write {"lists": {"event": "Product List Viewed"}}')),
  v.description("Named values that clauses can read: how often an event came, or what one of its properties came to."),
);

const WEIGHT = say("a weight is a number", 'write {"Product Viewed": 1, "Order Completed": 6}');

const affinity = strictObject(
  {
    of: v.optional(
      about(
        path,
        "Path of the property whose values may be liked; looked up in products, too. Default: the affinity's id.",
      ),
    ),
    weights: v.optional(
      about(
        record(
          eventName,
          v.pipe(v.number(WEIGHT), v.minValue(0, WEIGHT)),
          say("these are not weights", 'write {"Product Viewed": 1}'),
        ),
        "What an event of that name adds.",
      ),
    ),
    halfLife: v.optional(
      v.pipe(
        duration,
        v.check(
          (value) => typeof parseSpan(value) === "number",
          say("a half-life is a fixed time", 'write days, such as "30d"'),
        ),
        v.description("After how long a score counts half. Default: 30d."),
      ),
    ),
    baseline: v.optional(
      about(
        record(
          v.string(),
          v.pipe(
            v.number(say("a share is a number", "write a part of 1, such as 0.3")),
            v.minValue(0, say("a share is never negative", "write a part of 1, such as 0.3")),
            v.maxValue(1, say("a share is a part of 1", "write 0.3 for 30 %")),
          ),
          say("this is not a baseline", 'write shares by value, such as {"shoes": 0.4}'),
        ),
        "The share that each value has among all visitors, for lift.",
      ),
    ),
    keep: v.optional(
      v.pipe(
        v.number(say("a number of values is a number", "write 24")),
        v.integer(say("a number of values is whole", "write 24")),
        v.minValue(1, say("one value at least is kept", "write 1 or more")),
        v.maxValue(100, say("a profile stays small", "write 100 at most")),
        v.description("How many values to keep. Default: 24."),
      ),
    ),
    values: v.optional(
      about(
        v.array(path, say("this is not a list of values", 'write ["shoes", "bags"]')),
        "Values of which each gets a segment of those who like it: likes-<value>.",
      ),
    ),
  },
  say("this is not an affinity", 'write {"of": "category"}, or false for one that is not kept'),
);

export const affinities = v.pipe(
  record(
    id("an affinity"),
    v.union([v.literal(false), affinity], say("this is not an affinity", 'write {"of": "category"}, or false')),
    say("this is not a set of affinities", 'write {"category": {"of": "category"}}'),
  ),
  v.description("What visitors turn out to like, by the values of a property; a shop keeps category."),
);

const NOT_A_SEGMENT = say("this is not a segment", 'write {"if": {…}}, or false for a shipped one that is not used');

const segment = v.union(
  [
    v.literal(false),
    strictObject(
      {
        if: about(clause, "Who is in the segment."),
        stay: v.optional(about(clause, "Who is in the segment stays in it while that holds, too.")),
        text: v.optional(about(text, "What the preference center calls it.")),
      },
      NOT_A_SEGMENT,
    ),
  ],
  NOT_A_SEGMENT,
);

export const segments = v.pipe(
  record(id("a segment"), segment, say("this is not a set of segments", 'write {"fans": {"if": {…}}}')),
  v.description("Named conditions: further ones, others in the place of shipped ones, or false for those not used."),
);

export const churnPages = v.pipe(
  v.array(
    v.pipe(
      v.string(say("a page is named by its path", 'write "/cancel" or "/help/cancel/*"')),
      v.regex(
        /^\/[^\s*]*\*?$/,
        say("this is not the path of a page", 'write "/cancel", or "/help/cancel/*" for all below it'),
      ),
    ),
    say("this is not a list of pages", 'write ["/cancel", "/help/cancel/*"]'),
  ),
  v.description("Paths of pages that one who may leave looks at; * at the end stands for anything."),
);
