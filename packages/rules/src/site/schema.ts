/** The site file: what an owner writes, key by key. */
import * as v from "valibot";
import { clause } from "./clause-schema.ts";
import { record, strictObject } from "./object.ts";
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
  v.check(
    (value) => !DEFAULT_PORT.test(value),
    say("browsers leave this port out of an origin", "take the port out, it is the scheme's own"),
  ),
  v.description(
    "Scheme, host and, where needed, port of a site that includes the script, such as https://shop.example.",
  ),
);

const text = v.pipe(
  v.union(
    [
      v.string(),
      v.pipe(
        record(
          language,
          v.string(say("this is not a text", 'write it in double quotes, like "a text"')),
          say("this is not a text", 'write {"en": "…", "it": "…"}'),
        ),
        v.minEntries(1, say("this text is in no language", 'write {"en": "…", "it": "…"}')),
      ),
    ],
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

const NOT_A_PURPOSE = say("this is not a purpose", 'write false to stop asking for it, or {"name": "…", "text": "…"}');

const purpose = v.union(
  [v.literal(false), strictObject({ name: v.optional(text), text: v.optional(text) }, NOT_A_PURPOSE)],
  NOT_A_PURPOSE,
);

const template = v.pipe(
  v.string(say("a template is named by its id", 'write {"template": "its-id"}')),
  v.minLength(1, say("this names no template", 'write {"template": "its-id"}')),
);

const show = v.pipe(
  strictObject(
    { template: v.optional(template), text: v.optional(text) },
    say("this shows nothing", 'write {"template": "its-id"} or {"text": "…"}'),
  ),
  v.check(
    (value) => (value.template === undefined) !== (value.text === undefined),
    say("an experience shows one thing", 'write either {"template": "its-id"} or {"text": "…"}'),
  ),
  v.description("The id of a <template> of the page whose content fills the slot, or a plain text."),
);

const sentence = v.optional(v.string(say("a sentence is a text", 'write it in double quotes, like "Accept"')));

const texts = strictObject(
  {
    title: sentence,
    body: sentence,
    accept: sentence,
    refuse: sentence,
    always: sentence,
    policy: sentence,
    list: sentence,
    accepted: sentence,
    refused: sentence,
  },
  say("this is not a set of sentences", 'write {"title": "…", "accept": "…"}'),
);

const SERVICE = '{"name": "OpenStreetMap", "purpose": "functional"}';

const service = strictObject(
  {
    name: v.pipe(
      v.string(say("a service is named by a text", "write the name that visitors know it by")),
      v.minLength(1, say("this service has no name", "write the name that visitors know it by")),
    ),
    purpose: id("a purpose"),
  },
  say("this is not a service", `write ${SERVICE}`),
);

export const siteFile = v.pipe(
  strictObject(
    {
      $schema: v.optional(v.string(say("a schema is named by its address", "write its address, or take it out"))),
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
          record(id("a purpose"), purpose, say("this is not a set of purposes", 'write {"analytics": {…}}')),
          v.description("Names and texts of purposes, further purposes, or false for one that is not asked."),
        ),
        {},
      ),
      services: v.optional(
        v.pipe(
          record(id("a service"), service, say("this is not a set of services", `write {"maps": ${SERVICE}}`)),
          v.description("Third parties and scripts, each under the purpose that it serves; the dialog names them."),
        ),
        {},
      ),
      stages: v.optional(
        v.pipe(
          strictObject(
            { waiting: v.optional(clause), occasional: v.optional(clause), lead: v.optional(clause) },
            say("this is not a set of stages", 'write {"lead": {"event": "Signed Up"}}'),
          ),
          v.description(
            "Other conditions for stages: waiting comes before occasional, occasional before lead; the rest are new.",
          ),
        ),
        {},
      ),
      segments: v.optional(
        v.pipe(
          record(
            id("a segment"),
            strictObject({ if: clause }, say("this is not a segment", 'write {"if": {…}}')),
            say("this is not a set of segments", 'write {"fans": {"if": {…}}}'),
          ),
          v.description("Named conditions."),
        ),
        {},
      ),
      experiences: v.optional(
        v.pipe(
          record(
            id("an experience"),
            strictObject(
              {
                slot: v.pipe(id("a slot"), v.description("Value of data-gl-slot on the element that it fills.")),
                if: clause,
                show,
              },
              say("this is not an experience", 'write {"slot": "…", "if": {…}, "show": {…}}'),
            ),
            say("this is not a set of experiences", 'write {"hello": {"slot": "…", "if": {…}, "show": {…}}}'),
          ),
          v.description("What is shown to whom. In a slot, the first that holds is shown."),
        ),
        {},
      ),
      texts: v.optional(
        v.pipe(
          record(language, texts, say("this is not a set of texts", 'write {"en": {"title": "…"}}')),
          v.description("Other sentences for the dialog, by language."),
        ),
        {},
      ),
    },
    say("this is not a site file", 'write {"site": "shop", "origins": ["https://shop.example"]}'),
  ),
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

const DEFAULT_PORT = /^(http:.*:80|https:.*:443)$/;
