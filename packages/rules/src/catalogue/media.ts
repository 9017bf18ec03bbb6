/** Statistics, videos and maps of other companies and projects. */
import type { KnownService } from "./service.ts";

export const mediaServices: Readonly<Record<string, KnownService>> = {
  // Most sites run it themselves, and then it has no provider and no host but the site's.
  matomo: {
    name: "Matomo",
    purpose: "analytics",
    privacy: "https://matomo.org/privacy-policy/",
    hosts: ["matomo.cloud"],
    cookies: [
      { name: "_pk_id*", life: "13mo" },
      { name: "_pk_ref*", life: "6mo" },
      { name: "_pk_ses*", life: "30m" },
      { name: "_pk_cvar*", life: "30m" },
      { name: "_pk_hsr*", life: "30m" },
      { name: "_pk_testcookie*", life: "session" },
    ],
    storage: [],
    text: {
      en: "Counts visits and shows how the site is used.",
      it: "Conta le visite e mostra come viene usato il sito.",
    },
  },
  hotjar: {
    name: "Hotjar",
    purpose: "analytics",
    provider: "Contentsquare",
    privacy: "https://contentsquare.com/privacy-center/privacy-policy/",
    hosts: ["hotjar.com", "hotjar.io", "contentsquare.net"],
    cookies: [
      { name: "_hjSessionUser_*", life: "1y" },
      { name: "_hjSession_*", life: "30m" },
      { name: "_hjTLDTest", life: "session" },
      { name: "_hj*" },
    ],
    storage: [
      { kind: "localStorage", name: "_hj*" },
      { kind: "localStorage", name: "hjActiveViewportIds" },
      { kind: "sessionStorage", name: "_hj*" },
      { kind: "sessionStorage", name: "hjViewportId" },
    ],
    text: {
      en: "Records how pages are used, with clicks and scrolling, and asks for opinions.",
      it: "Registra come vengono usate le pagine, con clic e scorrimenti, e chiede pareri.",
    },
  },
  vimeo: {
    name: "Vimeo",
    purpose: "functional",
    provider: "Vimeo.com, Inc.",
    privacy: "https://vimeo.com/privacy",
    hosts: ["vimeo.com", "vimeocdn.com"],
    cookies: [
      { name: "vuid", elsewhere: true },
      { name: "player", elsewhere: true },
      { name: "__cf_bm", life: "30m", elsewhere: true },
      { name: "_cfuvid", life: "session", elsewhere: true },
    ],
    storage: [],
    text: {
      en: "Shows videos in the page; it learns which ones you watch.",
      it: "Mostra video nella pagina; viene a sapere quali guardi.",
    },
  },
  openstreetmap: {
    name: "OpenStreetMap",
    purpose: "functional",
    provider: "OpenStreetMap Foundation",
    privacy: "https://osmfoundation.org/wiki/Privacy_Policy",
    hosts: ["openstreetmap.org"],
    cookies: [{ name: "_osm_totp_token", elsewhere: true }],
    storage: [],
    text: {
      en: "Shows maps in the page.",
      it: "Mostra mappe nella pagina.",
    },
  },
};
