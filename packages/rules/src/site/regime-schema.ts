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

const country = v.pipe(
  v.string(NOT_A_COUNTRY),
  v.regex(new RegExp(`^default$|${COUNTRY.source}`), NOT_A_COUNTRY),
  v.check((code) => !/^UK(-|$)/.test(code), say('the code of the United Kingdom is "GB"', 'write "GB"')),
  v.check((code) => code !== "EL", say('the code of Greece is "GR"', 'write "GR"')),
  v.check((code) => code !== "EU", say("the European Union is no country", "name its countries one by one")),
);

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
