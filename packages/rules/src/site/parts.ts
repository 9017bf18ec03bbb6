/** What recurs in a site file: ids, languages, texts and addresses. */
import * as v from "valibot";
import { record } from "./object.ts";
import { say } from "./words.ts";

const ID = /^[a-z][a-z0-9_-]{0,39}$/;

export const id = (what: string) =>
  v.pipe(
    v.string(say(`${what} is named by a text`, 'write a short name, such as "summer-sale"')),
    v.regex(
      ID,
      say(`${what} needs a plain id`, "use a–z, 0–9, - and _, starting with a letter, 40 characters at most"),
    ),
  );

export const language = v.pipe(
  v.string(say("a language is named by its tag", 'write a tag such as "en" or "pt-BR"')),
  v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, say("this is not a language tag", 'write a tag such as "en" or "pt-BR"')),
);

export const origin = v.pipe(
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

export const domain = v.pipe(
  v.string(say("a domain is a text", 'write it like "shop.example"')),
  v.regex(
    /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/,
    say("this is not a domain of your own", 'write it without scheme and port, such as "shop.example"'),
  ),
  v.description("Domain on whose subdomains one choice counts, such as shop.example. Default: the page's host alone."),
);

export const text = v.pipe(
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

export const address = v.pipe(
  text,
  v.check(
    (value) => (typeof value === "string" ? [value] : Object.values(value)).every(isWebAddress),
    say("this is not a web address", 'write a path such as "/privacy" or an address that begins with https://'),
  ),
);

/** One text for all languages, or one for each. */
export type LocalText = string | Record<string, string>;

function isOrigin(value: string): boolean {
  return URL_PARTS.test(value);
}

function isWebAddress(value: string): boolean {
  return /^(\/(?!\/)|https?:\/\/[^\s/])\S*$/.test(value);
}

const URL_PARTS = /^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/;

const DEFAULT_PORT = /^(http:.*:80|https:.*:443)$/;
