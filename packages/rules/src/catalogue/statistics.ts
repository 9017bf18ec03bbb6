/** Statistics of other companies and projects. */
import type { KnownService } from "./service.ts";

export const statisticsServices: Readonly<Record<string, KnownService>> = {
  // Most sites run it themselves, and then it has no provider and no host but the site's.
  matomo: {
    name: "Matomo",
    purpose: "analytics",
    privacy: "https://matomo.org/matomo-cloud-privacy-policy/",
    hosts: ["matomo.cloud"],
    cookies: [
      { name: "_pk_id*", life: "13mo" },
      { name: "_pk_ref*", life: "6mo" },
      { name: "_pk_ses*", life: "30m" },
      { name: "_pk_cvar*", life: "30m" },
      { name: "_pk_hsr*", life: "30m" },
      { name: "_pk_testcookie*", life: "session" },
      // Of a site that once let Matomo remember a yes. It goes by them whatever is required of it later, so a
      // withdrawal has to clear them. `mtm_consent_removed` and `matomo_ignore` are left out on purpose: they are a
      // visitor's own no, which nothing of ours may take away.
      { name: "mtm_consent", life: "30y" },
      { name: "mtm_cookie_consent", life: "30y" },
    ],
    storage: [],
    text: {
      en: "Counts visits and shows how the site is used.",
      it: "Conta le visite e mostra come viene usato il sito.",
    },
    sources: [
      "https://matomo.org/faq/general/faq_146/",
      "https://developer.matomo.org/guides/tracking-consent",
      "https://github.com/matomo-org/matomo/blob/5.x-dev/js/piwik.js",
      "https://matomo.org/matomo-cloud-privacy-policy/",
      "https://matomo.org/privacy-policy/",
    ],
    unconfirmed: ["storage"],
  },
  posthog: {
    name: "PostHog",
    purpose: "analytics",
    provider: "PostHog, Inc.",
    privacy: "https://posthog.com/privacy",
    hosts: ["posthog.com"],
    cookies: [{ name: "ph_*_posthog", life: "1y" }],
    storage: [
      { kind: "localStorage", name: "ph_*_posthog*" },
      { kind: "sessionStorage", name: "ph_*_window_id" },
      { kind: "sessionStorage", name: "ph_*_primary_window_exists" },
    ],
    text: {
      en: "Counts visits and records how the site is used, page by page.",
      it: "Conta le visite e registra come viene usato il sito, pagina per pagina.",
    },
    sources: [
      "https://posthog.com/docs/libraries/js/persistence",
      "https://posthog.com/docs/advanced/content-security-policy",
      "https://github.com/PostHog/posthog-js",
    ],
    unconfirmed: ["provider", "privacy"],
  },
};
