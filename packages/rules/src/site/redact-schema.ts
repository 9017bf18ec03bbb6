/** The part of a site file about what must not travel in events. */
import * as v from "valibot";
import { strictObject } from "./object.ts";
import { say } from "./words.ts";

const name = v.pipe(
  v.string(say("a property is named by a text", 'write its name, such as "loyalty_number"')),
  v.regex(
    /^(?=.{2,60}$)[\p{L}\p{N}]+([ ._-]?[\p{L}\p{N}]+)*$/u,
    say(
      "this is not the name of a property",
      'write 2 to 60 letters and digits, with one "_", "-", "." or space between words',
    ),
  ),
);

const names = (what: string) =>
  v.pipe(
    v.array(name, say("this is not a list of names", 'write ["loyalty_number"]')),
    v.maxLength(100, say("these are more names than a page should carry", "name 100 at most")),
    v.description(what),
  );

const kind = (what: string) =>
  v.optional(
    v.pipe(
      v.boolean(say("this is neither true nor false", "write false to let them travel, or take it out")),
      v.description(what),
    ),
    true,
  );

export const redact = v.pipe(
  strictObject(
    {
      keys: v.optional(
        names(
          "Names, beside those that ship, of properties and parameters whose values never leave the browser. A name also counts as part of a longer one, however its words are joined.",
        ),
        [],
      ),
      keep: v.optional(
        names(
          "Names of properties whose values travel as they are, and of parameters that ship as secret and are not.",
        ),
        [],
      ),
      emails: kind(
        "Whether e-mail addresses are taken out; the traits of identify and group keep theirs. Default true.",
      ),
      cards: kind("Whether numbers of payment cards are taken out. Default true."),
      tokens: kind(
        "Whether JSON web tokens, what follows Bearer, and a user and password in an address are taken out. Default true.",
      ),
    },
    say("this is not a way to redact", 'write {"keys": ["loyalty_number"]}'),
  ),
  v.description("What is replaced by [redacted] before an event is kept or sent."),
);
