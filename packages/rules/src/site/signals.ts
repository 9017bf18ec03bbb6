/** What other tools are told of the choice: each tool's own calls, compiled to data, so that the page knows none of them. */
import * as v from "valibot";
import type { ConsentSignal, Purpose } from "../contract.ts";
import { strictObject } from "./object.ts";
import { say } from "./words.ts";

/** How long Google's tags wait for the choice of a returning visitor, in ms. */
const WAIT = 500;

const LONGEST_WAIT = 10_000;

const switchOf = (tool: string) => v.boolean(say(`${tool} is told or not`, "write true or false"));

const GOOGLE = say("this is not a way to tell Google", 'write true, or {"wait": 500, "redact": true}');

const google = v.union(
  [
    switchOf("Google"),
    strictObject(
      {
        wait: v.optional(
          v.pipe(
            v.number(say("a wait is a number of milliseconds", "write 500")),
            v.integer(say("a wait is a whole number of milliseconds", "write 500")),
            v.minValue(0, say("a wait is never negative", "write 0 or more")),
            v.maxValue(LONGEST_WAIT, say("nobody waits that long", `write at most ${LONGEST_WAIT} (ten seconds)`)),
            v.description("Milliseconds for which Google's tags wait for the choice. Default 500."),
          ),
        ),
        redact: v.optional(
          v.pipe(
            v.boolean(say("click identifiers are redacted or not", "write true or false")),
            v.description("Take click identifiers out of requests while advertising is refused. Default false."),
          ),
        ),
      },
      GOOGLE,
    ),
  ],
  GOOGLE,
);

const MATOMO = say("this is not a way to tell Matomo", 'write true, or {"consent": "cookies"}');

const matomo = v.union(
  [
    switchOf("Matomo"),
    strictObject(
      {
        consent: v.optional(
          v.pipe(
            v.picklist(["tracking", "cookies"], say("Matomo asks for something else", 'write "tracking" or "cookies"')),
            v.description(
              "What needs the grant: tracking as a whole, or only its cookies, so that visits count before it. Default tracking.",
            ),
          ),
        ),
      },
      MATOMO,
    ),
  ],
  MATOMO,
);

const NOT_SIGNALS = say("this is not a set of signals", 'write {"google": true, "meta": true}');

/** The key `signals` of a site file. */
export const signalsSchema = v.pipe(
  strictObject(
    {
      google: v.optional(v.pipe(google, v.description("Google Consent Mode v2, for gtag.js and Tag Manager."))),
      microsoft: v.optional(v.pipe(switchOf("Microsoft"), v.description("Microsoft Advertising (UET)."))),
      clarity: v.optional(v.pipe(switchOf("Clarity"), v.description("Microsoft Clarity."))),
      meta: v.optional(v.pipe(switchOf("Meta"), v.description("The Meta pixel."))),
      matomo: v.optional(v.pipe(matomo, v.description("Matomo."))),
      dataLayer: v.optional(
        v.pipe(
          switchOf("the dataLayer"),
          v.description('An event "ghostlight_consent" on the dataLayer, with every purpose that is asked.'),
        ),
      ),
    },
    NOT_SIGNALS,
  ),
  v.description("Other tools that are told of the choice, in their own words."),
);

export type Signals = v.InferOutput<typeof signalsSchema>;

/** A value that depends on one purpose; one that is not asked was never granted. */
type When = (purpose: Purpose, yes: unknown, no: unknown) => unknown;

type Options<Tool extends keyof Signals> = Exclude<Signals[Tool], boolean | undefined>;

/** A value that is another from a choice on: one data for both, since the sample site's entry is then 31 bytes shorter. */
const answered = (after: unknown, before: unknown): unknown => ({ "?": ["?", before, after] });

/**
 * In the order in which they are told: Google before the event of the dataLayer, whose triggers then find its
 * consent up to date. `asked`: purposes that visitors are asked about.
 */
export function compileSignals(signals: Signals, asked: readonly Purpose[]): ConsentSignal[] {
  const when: When = (purpose, yes, no) => (asked.includes(purpose) ? { "?": [purpose, no, yes] } : no);
  const { google, matomo } = signals;
  const told = [
    google && tellGoogle(when, google === true ? {} : google),
    signals.microsoft && tellMicrosoft(when),
    signals.clarity && tellClarity(when),
    signals.meta && tellMeta(when),
    matomo && tellMatomo(when, matomo === true ? {} : matomo),
    signals.dataLayer && tellDataLayer(when, asked),
  ];
  return told.filter((signal) => typeof signal === "object");
}

/**
 * https://developers.google.com/tag-platform/security/guides/consent
 * Without `region`: it tells the visitors of one document apart, and here each regime has an entry of its own.
 * Without `url_passthrough`, which carries identifiers from page to page while storage is refused.
 */
function tellGoogle(when: When, { wait = WAIT, redact }: Options<"google">): ConsentSignal {
  const types = {
    ad_storage: storage(when, "marketing"),
    ad_user_data: storage(when, "marketing"),
    ad_personalization: storage(when, "marketing"),
    analytics_storage: storage(when, "analytics"),
    functionality_storage: storage(when, "functional"),
    personalization_storage: storage(when, "personalization"),
    security_storage: "granted",
    wait_for_update: { "?": ["?", wait] },
  };
  return {
    queue: "dataLayer",
    how: "arguments",
    commands: [
      ["consent", answered("update", "default"), types],
      ...(redact ? [["set", "ads_data_redaction", answered(null, true)]] : []),
    ],
  };
}

/**
 * https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_consent
 * A Clarity that the tag brings along does not go by this: it has a signal of its own.
 */
function tellMicrosoft(when: When): ConsentSignal {
  return {
    queue: "uetq",
    how: "items",
    commands: [["consent", answered("update", "default"), { ad_storage: storage(when, "marketing") }]],
  };
}

/** https://learn.microsoft.com/en-us/clarity/setup-and-installation/clarity-consent-api-v2 */
function tellClarity(when: When): ConsentSignal {
  const types = { ad_Storage: storage(when, "marketing"), analytics_Storage: storage(when, "analytics") };
  return { queue: "clarity", how: "call", commands: [["consentv2", types]] };
}

/** https://developers.facebook.com/docs/meta-pixel/implementation/gdpr wants `revoke` before `init`, on every page. */
function tellMeta(when: When): ConsentSignal {
  return { queue: "fbq", how: "call", commands: [["consent", when("marketing", "grant", "revoke")]] };
}

/**
 * https://developer.matomo.org/guides/tracking-consent
 * Taken back by requiring it again, not by `forgetConsentGiven`: that would write a cookie of its own with the
 * instant of the refusal. The one exception is Matomo's: a cookie `mtm_consent` or `mtm_cookie_consent` from
 * `rememberConsentGiven`, of before Ghostlight, counts as given whatever is required.
 */
function tellMatomo(when: When, { consent = "tracking" }: Options<"matomo">): ConsentSignal {
  const [given, required] =
    consent === "cookies" ? ["setCookieConsentGiven", "requireCookieConsent"] : ["setConsentGiven", "requireConsent"];
  return { queue: "_paq", how: "array", commands: [[when("analytics", given, required)]] };
}

/** For Tag Manager: an event that triggers can wait for, with the purposes as variables. */
function tellDataLayer(when: When, asked: readonly Purpose[]): ConsentSignal {
  const purposes = Object.fromEntries(asked.map((purpose) => [purpose, when(purpose, true, false)]));
  return { queue: "dataLayer", how: "items", commands: [[answered({ event: "ghostlight_consent", purposes }, null)]] };
}

function storage(when: When, purpose: Purpose): unknown {
  return when(purpose, "granted", "denied");
}
