/** Services of Microsoft and of its company LinkedIn. */
import type { KnownService } from "./service.ts";

const MICROSOFT = {
  provider: "Microsoft Ireland Operations Limited",
  privacy: "https://privacy.microsoft.com/privacystatement",
};

export const microsoftServices: Readonly<Record<string, KnownService>> = {
  "microsoft-advertising": {
    ...MICROSOFT,
    name: "Microsoft Advertising",
    purpose: "marketing",
    hosts: ["bat.bing.com", "bat.bing.net"],
    cookies: [
      { name: "_uetsid", life: "1d" },
      { name: "_uetvid", life: "13mo" },
      { name: "_uetmsclkid", life: "90d" },
      { name: "MUID", elsewhere: true },
    ],
    storage: [{ kind: "localStorage", name: "_uet*" }],
    text: {
      en: "Measures which advertisements on Bing led to a purchase and shows you advertisements on other sites.",
      it: "Misura quali annunci su Bing hanno portato a un acquisto e ti mostra annunci su altri siti.",
    },
    sources: [
      "https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_consent",
      "https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_faq",
      "https://learn.microsoft.com/en-us/advertising/msa-help/hlp_ba_conc_uet_parameters_table",
    ],
    unconfirmed: ["provider", "privacy", "hosts", "_uetsid", "_uetvid", "_uetmsclkid", "storage"],
  },
  "microsoft-clarity": {
    ...MICROSOFT,
    name: "Microsoft Clarity",
    purpose: "analytics",
    hosts: ["clarity.ms", "c.bing.com"],
    cookies: [
      { name: "_clck", life: "1y" },
      { name: "_clsk", life: "1d" },
      { name: "CLID", elsewhere: true },
      { name: "MUID", elsewhere: true },
      { name: "MR", elsewhere: true },
      { name: "ANONCHK", elsewhere: true },
      { name: "SM", life: "session", elsewhere: true },
    ],
    storage: [{ kind: "sessionStorage", name: "_cltk" }],
    text: {
      en: "Records how pages are used, with clicks and scrolling, to find what does not work.",
      it: "Registra come vengono usate le pagine, con clic e scorrimenti, per trovare ciò che non funziona.",
    },
    sources: [
      "https://learn.microsoft.com/en-us/clarity/setup-and-installation/cookie-list",
      "https://github.com/microsoft/clarity/blob/master/packages/clarity-js/types/data.d.ts",
    ],
    unconfirmed: ["provider", "privacy", "c.bing.com", "life of SM"],
  },
  linkedin: {
    name: "LinkedIn Insight Tag",
    purpose: "marketing",
    provider: "LinkedIn Ireland Unlimited Company",
    privacy: "https://www.linkedin.com/legal/privacy-policy",
    hosts: ["snap.licdn.com", "linkedin.com"],
    cookies: [
      { name: "li_fat_id", life: "30d" },
      { name: "li_giant", life: "7d" },
      { name: "li_sugr", life: "90d", elsewhere: true },
      { name: "bcookie", life: "1y", elsewhere: true },
      { name: "lidc", life: "1d", elsewhere: true },
      { name: "UserMatchHistory", life: "30d", elsewhere: true },
      { name: "AnalyticsSyncHistory", life: "30d", elsewhere: true },
      { name: "li_gc", life: "6mo", elsewhere: true },
    ],
    storage: [{ kind: "localStorage", name: "li_adsId" }],
    text: {
      en: "Measures which advertisements on LinkedIn led to a visit and shows you advertisements there.",
      it: "Misura quali annunci su LinkedIn hanno portato a una visita e ti mostra annunci lì.",
    },
    sources: [
      "https://www.linkedin.com/legal/privacy/eu",
      "https://learn.microsoft.com/en-us/linkedin/marketing/conversions/enabling-first-party-cookies",
    ],
    unconfirmed: [
      "hosts",
      "life of li_fat_id",
      "li_giant",
      "li_sugr",
      "bcookie",
      "lidc",
      "UserMatchHistory",
      "AnalyticsSyncHistory",
      "li_gc",
      "storage",
    ],
  },
};
