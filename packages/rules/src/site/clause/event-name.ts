/** The schema of events: by name, or any of several. */
import * as v from "valibot";
import { condition } from "../condition-schema.ts";
import { say } from "../words.ts";
import { choose, isList } from "./choose.ts";

const UNNAMED = 'write its name, such as "Product Viewed"';

export const eventName = v.pipe(
  v.string(say("an event is named by a text", UNNAMED)),
  v.minLength(1, say("this event has no name", UNNAMED)),
  // As a key of an object it would be lost.
  v.check((name) => name !== "__proto__", say('"__proto__" cannot be a name', "choose another name")),
  v.description("Name of the event as it is tracked, such as Product Viewed; page calls are Page Viewed."),
);

export const eventNames = v.pipe(
  v.array(eventName, say("this is not a list of events", 'write ["Product Viewed", "Product Added"]')),
  v.minLength(1, say("this list of events is empty", UNNAMED)),
  v.description("Names of events, any of which counts."),
);

/** `union`: the shape that the JSON Schema names `event`. */
export const events = choose<string | string[]>([eventName, eventNames], (input) => (isList(input) ? 1 : 0));

/** Which events a clause, or a step of it, speaks of. */
export const eventEntries = {
  event: v.pipe(
    events.schema,
    v.description("Name of the event, or a list of names; page calls are Page Viewed, identify calls Identified."),
  ),
  where: v.optional(condition),
};
