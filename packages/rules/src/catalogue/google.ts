/** Statistics and advertising of Google. */
import type { KnownService } from "./service.ts";

/** The company and the notice of every service of Google. */
export const GOOGLE = { provider: "Google Ireland Limited", privacy: "https://policies.google.com/privacy" };

const POLICY = "https://developers.google.com/tag-platform/security/guides/csp";

export const googleServices: Readonly<Record<string, KnownService>> = {
  "google-analytics": {
    ...GOOGLE,
    name: "Google Analytics 4",
    purpose: "analytics",
    hosts: ["googletagmanager.com", "google-analytics.com", "analytics.google.com"],
    cookies: [
      { name: "_ga", life: "2y" },
      { name: "_ga_*", life: "2y" },
    ],
    storage: [],
    text: {
      en: "Counts visits and shows how the site is used.",
      it: "Conta le visite e mostra come viene usato il sito.",
    },
    sources: ["https://support.google.com/analytics/answer/11397207", POLICY],
    checked: "2026-11",
  },
  "google-ads": {
    ...GOOGLE,
    name: "Google Ads",
    purpose: "marketing",
    hosts: ["googletagmanager.com", "googleadservices.com", "doubleclick.net", "googlesyndication.com"],
    cookies: [
      { name: "_gcl_au", life: "90d" },
      { name: "_gcl_aw", life: "90d" },
      { name: "_gcl_dc", life: "90d" },
      { name: "_gcl_gb", life: "90d" },
      { name: "_gcl_gs", life: "90d" },
      { name: "_gac_*", life: "90d" },
      { name: "IDE", elsewhere: true },
      { name: "test_cookie", elsewhere: true },
    ],
    storage: [{ kind: "localStorage", name: "_gcl_ls" }],
    text: {
      en: "Measures which advertisements led to a purchase and shows you advertisements on other sites.",
      it: "Misura quali annunci hanno portato a un acquisto e ti mostra annunci su altri siti.",
    },
    sources: [
      "https://support.google.com/analytics/answer/7519794",
      "https://developers.google.com/analytics/resources/concepts/gaConceptsCookies",
      POLICY,
    ],
    unconfirmed: [
      "googleadservices.com",
      "doubleclick.net",
      "googlesyndication.com",
      "_gcl_au",
      "_gcl_aw",
      "_gcl_dc",
      "_gcl_gb",
      "_gcl_gs",
      "IDE",
      "test_cookie",
      "_gcl_ls",
    ],
  },
  // It stores nothing itself, but loads what does, and its maker sees each visit: so it waits for a yes too.
  "google-tag-manager": {
    ...GOOGLE,
    name: "Google Tag Manager",
    purpose: "analytics",
    hosts: ["googletagmanager.com", "www.google.com"],
    cookies: [],
    storage: [],
    text: {
      en: "Loads other services of this site, such as statistics and advertising.",
      it: "Carica altri servizi di questo sito, come statistiche e pubblicità.",
    },
    sources: [POLICY],
    unconfirmed: ["cookies", "storage"],
  },
};
