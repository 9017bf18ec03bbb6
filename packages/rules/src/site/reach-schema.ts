/** The part of a site file about reaching a visitor: channels and topics. */
import * as v from "valibot";
import type { Channel } from "../contract.ts";
import { record, strictObject } from "./object.ts";
import { id, text } from "./parts.ts";
import { list, say } from "./words.ts";

/** Every way to be reached that a visitor can be asked about. */
export const CHANNELS = [
  "email",
  "email_tracking",
  "sms",
  "push",
  "phone",
  "post",
  "whatsapp",
  "onsite",
  "display",
] as const satisfies readonly Channel[];

export const channels = v.pipe(
  v.array(
    v.picklist(CHANNELS, say("this is not a channel", `write one of ${list(CHANNELS)}`)),
    say("this is not a list of channels", 'write ["email", "sms"]'),
  ),
  v.check((value) => new Set(value).size === value.length, say("a channel is here twice", "name each channel once")),
  v.description("Ways to reach a visitor that the preference center asks about, in this order."),
);

export const topics = v.pipe(
  record(
    id("a topic"),
    strictObject({ name: text }, say("this is not a topic", 'write {"name": "News"}')),
    say("this is not a set of topics", 'write {"news": {"name": "News"}}'),
  ),
  v.description("What a visitor may want to hear of; the preference center asks."),
);
