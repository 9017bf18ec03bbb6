/** The part of a site file about sentences: which of them a site may put in its own words. */
import * as v from "valibot";
import type { EmbedsPart } from "../contract.ts";
import { strictObject } from "./object.ts";
import { CENTER_TEXTS } from "./texts/center.ts";
import type { Language, RegimeTexts } from "./texts/language.ts";
import { textsOf } from "./texts/languages.ts";
import { say } from "./words.ts";

const sentence = v.optional(v.string(say("a sentence is a text", 'write it in double quotes, like "Accept"')));

const NOT_SENTENCES = say("this is not a set of sentences", 'write {"title": "…", "accept": "…"}');

/** A sentence for each key that ships. */
function sentences<Key extends string>(shipped: Readonly<Record<Key, string>>) {
  return Object.fromEntries(Object.keys(shipped).map((key) => [key, sentence])) as Record<Key, typeof sentence>;
}

const english = textsOf("en");

const regime = v.optional(strictObject(sentences<keyof RegimeTexts>(english.regimes.notice), NOT_SENTENCES));

export const texts = strictObject(
  {
    ...sentences<keyof Language["texts"]>(english.texts),
    "opt-out": v.pipe(
      regime,
      v.description("What is said where everything is on until a no; title, body and the like outside are for opt-in."),
    ),
    notice: v.pipe(
      regime,
      v.description(
        "What is said where visitors are told and may object; title, body and the like outside are for opt-in.",
      ),
    ),
    center: v.pipe(
      v.optional(strictObject(sentences(CENTER_TEXTS.en ?? {}), NOT_SENTENCES)),
      v.description("Sentences of the preference center."),
    ),
    embeds: v.pipe(
      v.optional(strictObject(sentences<keyof EmbedsPart["texts"]>(english.embeds), NOT_SENTENCES)),
      v.description("Sentences in the place of an embed; {service} and {purpose} stand for their names."),
    ),
  },
  NOT_SENTENCES,
);
