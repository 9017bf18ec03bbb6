/** Follows vanilla-cookieconsent 3, for a site that keeps it. */
import type { ConsentSource } from "../source.ts";
import { answersOf, type Categories, type Preferences } from "./answers.ts";

/** What is used of its API: https://cookieconsent.orestbida.com/reference/api-reference.html */
export interface CookieConsentApi {
  readonly validConsent: () => boolean;
  readonly getUserPreferences: () => Preferences;
  readonly showPreferences: () => void;
}

export interface VanillaCookieConsentOptions {
  /** The imported module. Default: `window.CookieConsent`, which its script tag leaves, also when that comes later. */
  readonly api?: CookieConsentApi;
  /** Its categories by our purposes, where names differ: `{ ads: "marketing", comfort: ["functional"] }`. */
  readonly categories?: Categories;
}

/** Sent to `window`: with a choice on each page, when it changes, and by the tool's dialog, for who has none. */
const EVENTS = ["cc:onConsent", "cc:onChange", "cc:onModalReady"];

export function fromVanillaCookieConsent({ api, categories = {} }: VanillaCookieConsentOptions = {}): ConsentSource {
  const tool = (): CookieConsentApi | undefined => api ?? Reflect.get(window, "CookieConsent");
  /** Half configured, or of another major version, the tool may throw: then it is as if it were not there. */
  const attempt = <T>(run: (tool: CookieConsentApi) => T): T | null => {
    try {
      const there = tool();
      return there ? run(there) : null;
    } catch {
      return null;
    }
  };
  return {
    get: () => attempt((one) => (one.validConsent() ? answersOf(one.getUserPreferences(), categories) : undefined)),
    on(changed) {
      for (const name of EVENTS) addEventListener(name, changed);
      // By then its script has come, where the page brings it along: also to a visitor whom it does not ask.
      addEventListener("load", changed);
    },
    open() {
      attempt((one) => one.showPreferences());
    },
  };
}
