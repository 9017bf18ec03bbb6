/** Services of Google. */
import type { KnownService } from "./service.ts";

const GOOGLE = { provider: "Google Ireland Limited", privacy: "https://policies.google.com/privacy" };

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
      { name: "IDE", elsewhere: true },
      { name: "test_cookie", elsewhere: true },
    ],
    storage: [{ kind: "localStorage", name: "_gcl_ls" }],
    text: {
      en: "Measures which advertisements led to a purchase and shows you advertisements on other sites.",
      it: "Misura quali annunci hanno portato a un acquisto e ti mostra annunci su altri siti.",
    },
  },
  // It stores nothing itself, but loads what does, and its maker sees each visit: so it waits for a yes too.
  "google-tag-manager": {
    ...GOOGLE,
    name: "Google Tag Manager",
    purpose: "analytics",
    hosts: ["googletagmanager.com"],
    cookies: [],
    storage: [],
    text: {
      en: "Loads other services of this site, such as statistics and advertising.",
      it: "Carica altri servizi di questo sito, come statistiche e pubblicità.",
    },
  },
  youtube: {
    ...GOOGLE,
    name: "YouTube",
    purpose: "functional",
    hosts: ["youtube.com", "youtube-nocookie.com", "ytimg.com", "googlevideo.com", "youtu.be"],
    cookies: [
      { name: "YSC", life: "session", elsewhere: true },
      { name: "VISITOR_INFO1_LIVE", life: "6mo", elsewhere: true },
      { name: "VISITOR_PRIVACY_METADATA", elsewhere: true },
    ],
    storage: [
      { kind: "localStorage", name: "yt-remote-*", elsewhere: true },
      { kind: "localStorage", name: "yt-player-*", elsewhere: true },
      { kind: "sessionStorage", name: "yt-remote-*", elsewhere: true },
    ],
    text: {
      en: "Shows videos in the page; it learns which ones you watch.",
      it: "Mostra video nella pagina; viene a sapere quali guardi.",
    },
  },
  "google-maps": {
    ...GOOGLE,
    name: "Google Maps",
    purpose: "functional",
    hosts: ["maps.googleapis.com", "maps.gstatic.com", "maps.google.com", "google.com"],
    cookies: [{ name: "NID", life: "6mo", elsewhere: true }],
    storage: [],
    text: {
      en: "Shows maps and directions in the page.",
      it: "Mostra mappe e indicazioni stradali nella pagina.",
    },
  },
};
