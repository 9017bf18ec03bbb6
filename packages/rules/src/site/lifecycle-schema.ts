/** The part of a site file about the lifecycle: model, its values, other stages, how much an order is worth. */
import * as v from "valibot";
import { duration, times } from "./clause/comparison-schema.ts";
import { eventNames } from "./clause/event-name.ts";
import { clause } from "./clause/schema.ts";
import { SIZES, type Size } from "./clause/source.ts";
import { MODEL_IDS } from "./models/models.ts";
import { record, strictObject } from "./object.ts";
import { id, text } from "./parts.ts";
import { list, say } from "./words.ts";

export const model = v.pipe(
  v.picklist(MODEL_IDS, say("this is not a model", `write one of ${list(MODEL_IDS)}`)),
  v.description("What the site lives from; it decides the stages, their values and what visitors turn out to like."),
);

const NOT_VALUES = say("this is not a set of values", 'write values by name, such as {"orders": 4}');

const least = (words: string) =>
  v.optional(v.pipe(times, v.minValue(1, say("nobody can fail that", "write 1 or more")), v.description(words)));
const span = (words: string) => v.optional(v.pipe(duration, v.description(words)));
const size = v.optional(
  v.pipe(
    v.picklist(SIZES, say("this is not a value size", `write one of ${list(SIZES)}`)),
    v.description("Shop: the least that the orders of the last 365 days come to; see valueSizes."),
  ),
);

const about = <Schema extends v.GenericSchema>(schema: Schema, words: string) => v.pipe(schema, v.description(words));

export const lifecycle = v.pipe(
  strictObject(
    {
      lost: v.optional(about(duration, "Silent for that long: lost.")),
      at_risk: v.optional(about(duration, "Silent for that long: at risk.")),
      cancelled: v.optional(about(duration, "Subscription: cancelled that long ago and not taken up again: lost.")),
      unpaid: v.optional(about(duration, "Subscription: payment failed that long ago and not made up for: at risk.")),
      waiting: v.optional(
        about(
          strictObject(
            {
              cart: span("Shop: that long after a cart without an order."),
              checkout: span("Subscription: that long after a checkout without a subscription."),
              form: span("Content: that long after a form was begun and not sent."),
              trial: span("Subscription: that long after a trial began without a subscription."),
              lead: span("Silent for that long after a lead act."),
              order: span("Shop: silent for that long after an order."),
              forget: span("How long a cart, a checkout, a form or a trial counts."),
            },
            NOT_VALUES,
          ),
          "Gone quiet for that long after a cart, a checkout, a form, a trial, a lead act or an order; carts and the like count until forgotten.",
        ),
      ),
      hero: v.optional(
        about(
          strictObject(
            {
              orders: least("Shop: at least so many orders."),
              views: least("Content: at least so many pages viewed, once signed up."),
              within: span("Within that time."),
              value: size,
              subscribed: span("Subscription: subscribed for the first time that long ago."),
            },
            NOT_VALUES,
          ),
          "At least so many orders or page views within that time, orders of at least that size, subscribed for that long.",
        ),
      ),
      repeat: v.optional(
        about(
          strictObject(
            {
              orders: least("Shop: at least so many orders."),
              views: least("Content: at least so many pages viewed, once signed up."),
              within: span("Within that time."),
              renewals: least("Subscription: renewed at least so often."),
            },
            NOT_VALUES,
          ),
          "At least so many orders or page views within that time, or renewals.",
        ),
      ),
      lead: v.optional(
        about(
          strictObject({ views: least("At least so many products, or pages, viewed.") }, NOT_VALUES),
          "At least so many views.",
        ),
      ),
      wakes: v.optional(
        about(eventNames, "Events that end a silence: a visitor who comes back stays lost until one of these."),
      ),
    },
    NOT_VALUES,
  ),
  v.description("Other values for the stages of the model, by stage."),
);

const NOT_A_STAGE = say("this is not a stage", 'write {"if": {…}}, or false for a stage that is not used');

const stage = v.union(
  [
    v.literal(false),
    strictObject(
      {
        if: about(clause, "Who is in the stage, unless one before it holds."),
        stay: v.optional(about(clause, "Who is in the stage stays in it while that holds, too.")),
        before: v.optional(
          about(
            v.string(say("a stage is named by a text", 'write "before": "hero"')),
            "The stage that it comes before.",
          ),
        ),
        text: v.optional(about(text, "What the preference center calls a visitor of that stage.")),
      },
      NOT_A_STAGE,
    ),
  ],
  NOT_A_STAGE,
);

export const stages = v.pipe(
  record(id("a stage"), stage, say("this is not a set of stages", 'write {"lead": {"if": {"event": "Signed Up"}}}')),
  v.description(
    "Stages in the place of the model's, further ones with their place, or false: lost > at_risk > waiting > hero > repeat > occasional > lead > new.",
  ),
);

const cut = (name: Size) =>
  v.pipe(
    v.number(say("an amount is a number", "write a number, such as 500")),
    v.minValue(0, say("an amount is never negative", "write a number above 0")),
    v.description(`From that amount on, in the currency of the orders: ${name}.`),
  );

const SHIPPED_SIZES = { medium: 100, big: 500, huge: 2000 };

/** The least that the orders of a year come to, by size. */
export const valueSizes = v.pipe(
  strictObject(
    {
      medium: v.optional(cut("medium"), SHIPPED_SIZES.medium),
      big: v.optional(cut("big"), SHIPPED_SIZES.big),
      huge: v.optional(cut("huge"), SHIPPED_SIZES.huge),
    },
    say("these are not value sizes", 'write {"medium": 100, "big": 500, "huge": 2000}'),
  ),
  v.description("From which amount on the orders of the last 365 days are medium, big and huge; below they are small."),
);

export const revenue = v.pipe(
  v.string(say("a property is named by a text", 'write "total" or "revenue"')),
  v.minLength(1, say("this property has no name", 'write "total" or "revenue"')),
  v.description("Which property of Order Completed is the amount. Default: total."),
);
