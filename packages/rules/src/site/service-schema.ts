/** The part of a site file about services: third parties and scripts, and what they leave behind. */
import * as v from "valibot";
import { LIFE } from "./life.ts";
import { strictObject } from "./object.ts";
import { address, id, text } from "./parts.ts";
import { say } from "./words.ts";

export const SERVICE = '{"name": "OpenStreetMap", "purpose": "functional"}';

const NOT_A_LIFE = say("this is not how long something stays", 'write "session", "30m", "13mo" or "2y"');

const life = v.pipe(
  v.string(NOT_A_LIFE),
  v.regex(LIFE, NOT_A_LIFE),
  v.description("session, or a whole number and a unit: s, m (minutes), h, d, w, mo (months) or y. Example: 2y."),
);

const traceName = v.pipe(
  v.string(say("this has no name", 'write its name, such as "_ga*"')),
  v.regex(/[^*]/, say("this name fits everything", "write at least one letter of it; * stands for any characters")),
  v.description("Its name; * stands for any characters."),
);

const elsewhere = v.pipe(
  v.literal(true, say("this is either said or left out", "write true, or take it out")),
  v.description("It is kept on the service's own domain, where the page cannot clear it."),
);

const cookie = strictObject(
  { name: traceName, life: v.optional(life), elsewhere: v.optional(elsewhere) },
  say("this is not a cookie", 'write {"name": "_ga*", "life": "2y"}'),
);

const KINDS = ["localStorage", "sessionStorage", "indexedDB", "cache"] as const;

const stored = strictObject(
  {
    kind: v.picklist(
      KINDS,
      say("this is not a kind of storage", 'write "localStorage", "sessionStorage", "indexedDB" or "cache"'),
    ),
    name: traceName,
    life: v.optional(life),
    elsewhere: v.optional(elsewhere),
  },
  say("this is not something stored", 'write {"kind": "localStorage", "name": "player*"}'),
);

/** `*.` in front is not needed. */
const HOST = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;

const host = v.pipe(
  v.string(say("a host is a text", 'write it like "youtube.com"')),
  v.regex(HOST, say("this is not a host", 'write the name alone, such as "youtube.com"; its subdomains are meant too')),
);

const NOT_A_SERVICE = say("this is not a service", `write true for one of the catalogue, or ${SERVICE}`);

export const service = v.union(
  [
    v.literal(true),
    strictObject(
      {
        name: v.optional(
          v.pipe(
            v.string(say("a service is named by a text", "write the name that visitors know it by")),
            v.minLength(1, say("this service has no name", "write the name that visitors know it by")),
          ),
        ),
        purpose: v.optional(id("a purpose")),
        text: v.optional(v.pipe(text, v.description("What it does, in a sentence."))),
        provider: v.optional(
          v.pipe(
            v.string(say("a provider is named by a text", "write the company's name")),
            v.description("The company that runs it."),
          ),
        ),
        privacy: v.optional(v.pipe(address, v.description("Address of its privacy notice."))),
        hosts: v.optional(
          v.pipe(
            v.array(host, say("this is not a list of hosts", 'write ["youtube.com"]')),
            v.description("Where it loads from; subdomains are meant too."),
          ),
        ),
        cookies: v.optional(
          v.pipe(
            v.array(cookie, say("this is not a list of cookies", 'write [{"name": "_ga*", "life": "2y"}]')),
            v.description("Cookies that it sets; they are cleared when it is withdrawn."),
          ),
        ),
        storage: v.optional(
          v.pipe(
            v.array(
              stored,
              say("this is not a list of what is stored", 'write [{"kind": "localStorage", "name": "player*"}]'),
            ),
            v.description("What else it stores in the browser; it is cleared when the service is withdrawn."),
          ),
        ),
      },
      NOT_A_SERVICE,
    ),
  ],
  NOT_A_SERVICE,
);
