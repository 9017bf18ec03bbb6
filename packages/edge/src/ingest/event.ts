/** What the edge takes as an event: a message of the Segment spec. https://segment.com/docs/connections/spec/common/ */
import * as v from "valibot";
import { parseInstant } from "./instant.ts";

/** A message as sent. Fields not named here are kept as they are. */
export type Message = v.InferInput<typeof message>;

/** `sentAt` is the device's clock at sending; with it the edge corrects the clock of every event. */
export interface Batch {
  readonly sentAt: string;
  readonly batch: readonly Message[];
}

// Control characters and half surrogate pairs would not come back from every store as they went in.
const name = v.pipe(
  v.string("it must be a text"),
  v.regex(/^[^\p{Cc}\p{Cs}]{1,100}$/u, "it must have 1 to 100 characters, none of them a control character"),
);

export const instant = v.pipe(
  v.string("it must be a text"),
  v.check((text) => parseInstant(text) !== undefined, "it must be an ISO 8601 time such as 2026-03-01T12:00:00.000Z"),
);

const record = v.custom<Readonly<Record<string, unknown>>>(isObject, "it must be an object");
// Some senders write null where they know nobody.
const id = v.pipe(v.string("it must be a text"), v.nonEmpty("it must not be empty"));

const consented = v.looseObject(
  {
    consent: v.looseObject(
      {
        categoryPreferences: v.looseObject(
          {
            analytics: v.literal(
              true,
              "it must be true: an event is stored only when analytics was granted as it happened",
            ),
          },
          "it must be an object",
        ),
      },
      "it must be an object",
    ),
  },
  "it must be an object",
);

const common = {
  messageId: name,
  timestamp: instant,
  anonymousId: v.nullish(id),
  userId: v.nullish(id),
  context: consented,
};

export const message = v.pipe(
  v.variant(
    "type",
    [
      v.looseObject({ ...common, type: v.literal("track"), event: name, properties: v.nullish(record) }),
      v.looseObject({ ...common, type: v.literal("page"), properties: v.nullish(record) }),
      v.looseObject({ ...common, type: v.literal("screen"), properties: v.nullish(record) }),
      v.looseObject({ ...common, type: v.literal("identify"), traits: v.nullish(record) }),
      v.looseObject({ ...common, type: v.literal("group"), groupId: id, traits: v.nullish(record) }),
      v.looseObject({ ...common, type: v.literal("alias"), previousId: id }),
    ],
    (issue) =>
      issue.expected === "Object"
        ? "it must be an object"
        : "it must be one of track, page, screen, identify, group and alias",
  ),
  v.check((sent) => Boolean(sent.anonymousId ?? sent.userId), "it needs an anonymousId or a userId"),
);

/** What is around the events, which are looked at one by one. */
export const envelope = v.looseObject(
  {
    sentAt: instant,
    batch: v.pipe(v.array(v.unknown(), "it must be a list of events"), v.nonEmpty("it must hold at least one event")),
  },
  "it must be an object",
);

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
