/** The site file: what an owner writes, key by key. */
import * as v from "valibot";
import { clause } from "./clause-schema.ts";
import { say } from "./words.ts";

const ID = /^[a-z][a-z0-9_-]{0,39}$/;

const id = (what: string) =>
  v.pipe(
    v.string(say(`${what} is named by a text`, 'write a short name, such as "summer-sale"')),
    v.regex(
      ID,
      say(`${what} needs a plain id`, "use a–z, 0–9, - and _, starting with a letter, 40 characters at most"),
    ),
  );

const language = v.pipe(
  v.string(say("a language is named by its tag", 'write a tag such as "en" or "pt-BR"')),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, say("this is not a language tag", 'write a tag such as "en" or "pt-BR"')),
);

const origin = v.pipe(
  v.string(say("an origin is a text", 'write it like "https://shop.example"')),
  v.check(isOrigin, say("this is not an origin", 'write scheme and host alone, such as "https://shop.example"')),
  v.description(
    "Scheme, host and, where needed, port of a site that includes the script, such as https://shop.example.",
  ),
);

const text = v.pipe(
  v.union(
    [v.string(), v.record(language, v.string())],
    say("this is not a text", 'write "a text" for all languages, or {"en": "…", "it": "…"}'),
  ),
  v.description('One text for all languages, or one for each: {"en": "…", "it": "…"}.'),
);

const address = v.pipe(
  text,
  v.check(
    (value) => (typeof value === "string" ? [value] : Object.values(value)).every(isWebAddress),
    say("this is not a web address", 'write a path such as "/privacy" or an address that begins with https://'),
  ),
);

const purpose = v.union(
  [v.literal(false), v.strictObject({ name: v.optional(text), text: v.optional(text) })],
  say("this is not a purpose", 'write false to stop asking for it, or {"name": "…", "text": "…"}'),
);

const show = v.pipe(
  v.strictObject(
    { template: v.optional(v.string()), text: v.optional(text) },
    say("this shows nothing", 'write {"template": "its-id"} or {"text": "…"}'),
  ),
  v.check(
    (value) => (value.template === undefined) !== (value.text === undefined),
    say("an experience shows one thing", 'write either {"template": "its-id"} or {"text": "…"}'),
  ),
  v.description("The id of a <template> of the page whose content fills the slot, or a plain text."),
);

const texts = v.strictObject({
  title: v.optional(v.string()),
  body: v.optional(v.string()),
  accept: v.optional(v.string()),
  refuse: v.optional(v.string()),
  always: v.optional(v.string()),
  policy: v.optional(v.string()),
  list: v.optional(v.string()),
  accepted: v.optional(v.string()),
  refused: v.optional(v.string()),
});

export const siteFile = v.pipe(
  v.strictObject({
    $schema: v.optional(v.string()),
    site: v.pipe(id("a site"), v.description("The site's id. It names the script: /g/<site>.js.")),
    origins: v.pipe(
      v.array(origin, say("this is not a list of origins", 'write ["https://shop.example"]')),
      v.minLength(1, say("no origin may use this site", 'write ["https://shop.example"]')),
    ),
    languages: v.optional(
      v.pipe(
        v.array(language, say("this is not a list of languages", 'write ["en", "it"]')),
        v.minLength(1, say("a site speaks at least one language", 'write ["en"]')),
        v.description("Languages of the dialog and of experiences; the first is the default."),
      ),
      ["en"],
    ),
    policy: v.optional(v.pipe(address, v.description("Address of the privacy notice; the dialog links to it."))),
    revision: v.optional(
      v.pipe(
        v.number(say("a revision is a number", "write 1")),
        v.integer(say("a revision is a whole number", "write 1")),
        v.minValue(0, say("a revision is never negative", "write 0 or more")),
        v.description("Raise it when what is asked changed materially: everybody is asked again."),
      ),
      0,
    ),
    beforeChoice: v.optional(
      v.pipe(
        v.picklist(
          ["drop", "page"],
          say("this is not a way to treat the time before a choice", 'write "drop" or "page"'),
        ),
        v.description("Before a choice: drop every event, or keep the current page view in memory until the choice."),
      ),
      "page",
    ),
    grantDays: v.optional(
      v.pipe(
        v.number(say("days are a number", "write 182")),
        v.integer(say("days are a whole number", "write 182")),
        v.minValue(1, say("a grant lasts at least a day", "write a number from 1 to 396")),
        v.maxValue(396, say("a grant lasts at most 13 months", "write a number from 1 to 396")),
        v.description("Days that a choice lasts. Default 182 (six months), at most 396 (13 months)."),
      ),
      182,
    ),
    purposes: v.optional(
      v.pipe(
        v.record(id("a purpose"), purpose, say("this is not a set of purposes", 'write {"analytics": {…}}')),
        v.description("Names and texts of purposes, further purposes, or false for one that is not asked."),
      ),
      {},
    ),
    services: v.optional(
      v.pipe(
        v.record(
          id("a service"),
          v.strictObject({ name: v.pipe(v.string(), v.minLength(1)), purpose: id("a purpose") }),
          say("this is not a set of services", 'write {"maps": {"name": "OpenStreetMap", "purpose": "functional"}}'),
        ),
        v.description("Third parties and scripts, each under the purpose that it serves; the dialog names them."),
      ),
      {},
    ),
    stages: v.optional(
      v.pipe(
        v.strictObject({ waiting: v.optional(clause), occasional: v.optional(clause), lead: v.optional(clause) }),
        v.description(
          "Other conditions for stages: waiting comes before occasional, occasional before lead; the rest are new.",
        ),
      ),
      {},
    ),
    segments: v.optional(
      v.pipe(
        v.record(
          id("a segment"),
          v.strictObject({ if: clause }),
          say("this is not a set of segments", 'write {"fans": {"if": {…}}}'),
        ),
        v.description("Named conditions."),
      ),
      {},
    ),
    experiences: v.optional(
      v.pipe(
        v.record(
          id("an experience"),
          v.strictObject({
            slot: v.pipe(id("a slot"), v.description("Value of data-gl-slot on the element that it fills.")),
            if: clause,
            show,
          }),
          say("this is not a set of experiences", 'write {"hello": {"slot": "…", "if": {…}, "show": {…}}}'),
        ),
        v.description("What is shown to whom. In a slot, the first that holds is shown."),
      ),
      {},
    ),
    texts: v.optional(
      v.pipe(v.record(language, texts), v.description("Other sentences for the dialog, by language.")),
      {},
    ),
  }),
  v.title("Ghostlight site file"),
);

/** A checked site file with its defaults filled in. */
export type Site = v.InferOutput<typeof siteFile>;
export type LocalText = string | Record<string, string>;

function isOrigin(value: string): boolean {
  return URL_PARTS.test(value);
}

function isWebAddress(value: string): boolean {
  return /^(\/(?!\/)|https?:\/\/[^\s/])\S*$/.test(value);
}

const URL_PARTS = /^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;
