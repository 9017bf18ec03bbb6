/** The site file: what an owner writes, key by key. */
import * as v from "valibot";
import { clause } from "./clause/schema.ts";
import { affinities, churnPages, facts, segments } from "./knowledge-schema.ts";
import { lifecycle, model, revenue, stages, valueSizes } from "./lifecycle-schema.ts";
import { banner, theme } from "./look-schema.ts";
import { record, strictObject } from "./object.ts";
import { address, domain, id, language, origin, text } from "./parts.ts";
import { channels, topics } from "./reach-schema.ts";
import { redact } from "./redact-schema.ts";
import { doubleOptIn, regimes } from "./regime-schema.ts";
import { SERVICE, service } from "./service-schema.ts";
import { signalsSchema } from "./signals.ts";
import { texts } from "./texts-schema.ts";
import { say } from "./words.ts";

const NOT_A_PURPOSE = say("this is not a purpose", 'write false to stop asking for it, or {"name": "…", "text": "…"}');

const sale = v.pipe(
  v.boolean(say("this is neither true nor false", "write true where data is sold or shared for it, else false")),
  v.description(
    "Whether data is sold or shared for it, so that Global Privacy Control denies it. Default true for marketing.",
  ),
);

const purpose = v.union(
  [
    v.literal(false),
    strictObject({ name: v.optional(text), text: v.optional(text), sale: v.optional(sale) }, NOT_A_PURPOSE),
  ],
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

export const siteFile = v.pipe(
  strictObject(
    {
      $schema: v.optional(v.string(say("a schema is named by its address", "write its address, or take it out"))),
      site: v.pipe(id("a site"), v.description("The site's id. It names the script: /g/<site>.js.")),
      origins: v.pipe(
        v.array(origin, say("this is not a list of origins", 'write ["https://shop.example"]')),
        v.minLength(1, say("no origin may use this site", 'write ["https://shop.example"]')),
      ),
      domain: v.optional(domain),
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
          v.maxValue(999_999, say("a revision has six digits at most", "write 1, then 2")),
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
      regimes: v.optional(regimes, {}),
      doubleOptIn: v.optional(doubleOptIn),
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
          v.description(
            "Third parties and scripts: true for one of the catalogue as it is, or what is different, or one of the site's own.",
          ),
        ),
        {},
      ),
      signals: v.optional(signalsSchema, {}),
      banner: v.optional(banner, {}),
      theme: v.optional(theme, {}),
      channels: v.optional(channels, []),
      topics: v.optional(topics, {}),
      model: v.optional(model, "shop"),
      lifecycle: v.optional(lifecycle, {}),
      stages: v.optional(stages, {}),
      valueSizes: v.optional(valueSizes, {}),
      revenue: v.optional(revenue, "total"),
      churnPages: v.optional(churnPages, []),
      facts: v.optional(facts, {}),
      affinities: v.optional(affinities, {}),
      segments: v.optional(segments, {}),
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
      snapshot: v.optional(
        v.pipe(
          v.boolean(
            say("this is neither true nor false", "write true to fill slots before the first frame, else false"),
          ),
          v.description(
            "Whether the next page shows a visitor's experiences from the first frame on, by what this one keeps on the device under personalization. Default false: it makes the script of every page larger.",
          ),
        ),
        false,
      ),
      redact: v.optional(redact, {}),
      texts: v.optional(
        v.pipe(
          record(language, texts, say("this is not a set of texts", 'write {"en": {"title": "…"}}')),
          v.description("Other sentences for the dialog, the preference center and embeds, by language."),
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
