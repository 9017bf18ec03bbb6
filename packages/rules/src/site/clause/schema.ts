/** The schema of clauses, as a site file writes them. */
import * as v from "valibot";
import { condition } from "../condition-schema.ts";
import { strictClause } from "../object.ts";
import { CHANNELS } from "../reach-schema.ts";
import { list, nearest, say } from "../words.ts";
import { affinityClause } from "./affinity-schema.ts";
import { ages } from "./comparison-schema.ts";
import { eventClause } from "./event-schema.ts";
import { type ClauseSource, SIZES } from "./source.ts";

const clauses = v.pipe(
  v.array(
    v.lazy((input) => clauseSchema(input)),
    say("this is not a list of clauses", "write [ {…}, {…} ]"),
  ),
  v.minLength(1, say("this list of clauses is empty", "put a clause in, or take the list out")),
);

const about = <Schema extends v.GenericSchema>(schema: Schema, text: string) => v.pipe(schema, v.description(text));

const VARIANTS = {
  event: eventClause,
  all: strictClause({ all: about(clauses, "All of them hold.") }),
  any: strictClause({ any: about(clauses, "At least one of them holds.") }),
  not: strictClause({
    not: about(
      v.lazy((input) => clauseSchema(input)),
      "It does not hold.",
    ),
  }),
  segment: strictClause({
    segment: about(v.string(say("a segment is named by its id", 'write {"segment": "its-id"}')), "In that segment."),
  }),
  stage: strictClause({
    stage: about(
      v.string(say("a stage is named by a text", 'write {"stage": "lead"}')),
      "In that stage of the lifecycle.",
    ),
  }),
  fact: strictClause({
    fact: about(
      condition,
      "A condition on named values: facts of this file, those that ship, and what the page tells.",
    ),
  }),
  silent: strictClause({
    silent: about(ages, "How long nothing was heard before the visit that goes on, or until now."),
  }),
  affinity: affinityClause,
  value: strictClause({
    value: about(
      v.picklist(SIZES, say("this is not a value size", `write one of ${list(SIZES)}`)),
      "The orders of the last 365 days come to at least that much; see valueSizes.",
    ),
  }),
  consent: strictClause({
    consent: about(
      v.string(say("a purpose is named by its id", 'write {"consent": "marketing"}')),
      "That purpose is granted.",
    ),
  }),
  channel: strictClause({
    channel: about(
      v.picklist(CHANNELS, say("this is not a channel", `write one of ${list(CHANNELS)}`)),
      "The visitor may be reached there.",
    ),
    preferred: v.optional(
      v.pipe(
        v.literal(true, say('"preferred" is true or left out', 'write "preferred": true')),
        v.description("They would rather be reached there than elsewhere."),
      ),
    ),
  }),
} as const;

type Kind = keyof typeof VARIANTS;
export const KINDS = Object.keys(VARIANTS) as Kind[];

const union = v.union(Object.values(VARIANTS)) as unknown as v.GenericSchema<ClauseSource>;

/** What is no clause at all, with the kind that its first key comes near. */
function notAClause(input: unknown): v.GenericSchema {
  const keys = typeof input === "object" && input !== null ? Object.keys(input) : [];
  const near = keys.map((key) => nearest(key, KINDS)).find((kind) => kind !== undefined);
  const mend = near
    ? `did you mean "${near}"?`
    : `write an object with one of ${list(KINDS)}, such as {"event": "Product Viewed"}`;
  return v.custom(() => false, say("this is not a clause", mend));
}

/**
 * The one variant that the input means, so that a fault is named inside it;
 * with no input, which is how the JSON Schema is made, all of them.
 */
function clauseSchema(input: unknown): v.GenericSchema<ClauseSource> {
  if (input === undefined) return union;
  const kind = typeof input === "object" && input !== null ? KINDS.find((key) => key in input) : undefined;
  return (kind ? VARIANTS[kind] : notAClause(input)) as unknown as v.GenericSchema<ClauseSource>;
}

export const clause: v.GenericSchema<ClauseSource> = v.lazy((input) => clauseSchema(input));

/** The shape that the JSON Schema names `clause`. */
export const clauseUnion: v.GenericSchema<ClauseSource> = union;
