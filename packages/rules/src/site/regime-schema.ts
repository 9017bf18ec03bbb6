/** The part of a site file about the law: what holds where. */
import * as v from "valibot";
import type { Regime } from "../contract.ts";
import { record } from "./object.ts";
import { say } from "./words.ts";

const REGIMES = ["opt-in", "opt-out", "notice"] as const satisfies readonly Regime[];

/** ISO 3166-1 alpha-2, or ISO 3166-2: `IT`, `US-CA`. */
export const COUNTRY = /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/;

const NOT_A_COUNTRY = say(
  "this is not a country",
  'write its code, such as "IT" or, for a part of it, "US-CA"; "default" is for all others',
);

const code = (pattern: RegExp, otherwise: string) =>
  v.pipe(
    v.string(otherwise),
    v.regex(pattern, otherwise),
    v.check((one) => !/^UK(-|$)/.test(one), say('the code of the United Kingdom is "GB"', 'write "GB"')),
    v.check((one) => one !== "EL", say('the code of Greece is "GR"', 'write "GR"')),
    v.check((one) => one !== "EU", say("the European Union is no country", "name its countries one by one")),
  );

const country = code(new RegExp(`^default$|${COUNTRY.source}`), NOT_A_COUNTRY);

export const regimes = v.pipe(
  record(
    country,
    v.picklist(REGIMES, say("this is not a regime", 'write "opt-in", "opt-out" or "notice"')),
    say("this is not a set of regimes", 'write {"default": "opt-in", "US": "opt-out"}'),
  ),
  v.description(
    "What the law asks by country (IT) or a part of it (US-CA), laid over what ships with Ghostlight; default is for all others.",
  ),
);

const NOT_DOUBLE = say("this does not say where an address is confirmed", 'write true, false or ["DE", "AT"]');

const ONE_COUNTRY = say("this is not a country", 'write its code, such as "DE" or, for a part of it, "US-CA"');

export const doubleOptIn = v.pipe(
  v.union([v.boolean(), v.array(code(COUNTRY, ONE_COUNTRY))], NOT_DOUBLE),
  v.description(
    "Where an address reaches senders only once its owner has confirmed it: countries, or true for everywhere and false for nowhere. Default Germany and Austria.",
  ),
);
