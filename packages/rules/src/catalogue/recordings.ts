/** Recordings of how pages are used, by Contentsquare and its Hotjar. */
import type { KnownService } from "./service.ts";

// The pages of its privacy center tell of what it does on its customers' sites; its own site has a notice apart.
const CONTENTSQUARE = { provider: "Contentsquare", privacy: "https://contentsquare.com/privacy-center/" };

const CONTENTSQUARE_SOURCES = [
  "https://docs.contentsquare.com/en/web/cookies/",
  "https://docs.contentsquare.com/en/web/content-security-policy/",
  "https://contentsquare.com/privacy-center/frequently-asked-questions/",
];

export const recordingServices: Readonly<Record<string, KnownService>> = {
  hotjar: {
    ...CONTENTSQUARE,
    name: "Hotjar",
    purpose: "analytics",
    hosts: ["hotjar.com", "hotjar.io", "contentsquare.net"],
    cookies: [
      { name: "_hjSessionUser_*", life: "1y" },
      { name: "_hjSession_*", life: "30m" },
      { name: "_hjTLDTest", life: "session" },
      { name: "_hj*", life: "1y" },
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
    sources: CONTENTSQUARE_SOURCES,
    unconfirmed: [
      "hotjar.com",
      "hotjar.io",
      "_hjSessionUser_*",
      "_hjSession_*",
      "_hjTLDTest",
      "hjActiveViewportIds",
      "hjViewportId",
    ],
  },
  // Without `_cs_optout`, which is a visitor's own no.
  contentsquare: {
    ...CONTENTSQUARE,
    name: "Contentsquare",
    purpose: "analytics",
    hosts: ["contentsquare.net", "contentsquare.com"],
    cookies: [
      { name: "_cs_id", life: "13mo" },
      { name: "_cs_c", life: "13mo" },
      { name: "_cs_s", life: "30m" },
      { name: "_cs_s_ctx", life: "30m" },
      { name: "_cs_i", life: "3d" },
      { name: "_cs_ep", life: "13mo" },
      { name: "_cs_cvars", life: "session" },
      { name: "_cs_mk_*", life: "30m" },
      { name: "_hj*", life: "1y" },
      { name: "_hp5_*", life: "13mo" },
    ],
    storage: [{ kind: "localStorage", name: "_hjUserAttributes" }],
    text: {
      en: "Records how pages are used, with clicks and scrolling, to find what does not work.",
      it: "Registra come vengono usate le pagine, con clic e scorrimenti, per trovare ciò che non funziona.",
    },
    sources: CONTENTSQUARE_SOURCES,
    checked: "2026-11",
  },
};
