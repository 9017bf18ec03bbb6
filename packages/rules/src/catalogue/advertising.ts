/** Advertising and customer care of other companies. */
import type { KnownService } from "./service.ts";

export const advertisingServices: Readonly<Record<string, KnownService>> = {
  "meta-pixel": {
    name: "Meta Pixel",
    purpose: "marketing",
    provider: "Meta Platforms Ireland Limited",
    privacy: "https://www.facebook.com/privacy/policy/",
    hosts: ["connect.facebook.net", "facebook.com"],
    cookies: [
      { name: "_fbp", life: "90d" },
      { name: "_fbc", life: "90d" },
      { name: "fr", life: "90d", elsewhere: true },
    ],
    storage: [],
    text: {
      en: "Measures which advertisements on Facebook and Instagram led to a purchase and shows you advertisements there.",
      it: "Misura quali annunci su Facebook e Instagram hanno portato a un acquisto e ti mostra annunci lì.",
    },
  },
  tiktok: {
    name: "TikTok Pixel",
    purpose: "marketing",
    provider: "TikTok Technology Limited",
    privacy: "https://www.tiktok.com/legal/privacy-policy",
    hosts: ["analytics.tiktok.com"],
    cookies: [{ name: "_ttp", life: "13mo" }, { name: "_tt_enable_cookie", life: "13mo" }, { name: "ttcsid*" }],
    storage: [{ kind: "sessionStorage", name: "tt_*" }],
    text: {
      en: "Measures which advertisements on TikTok led to a purchase and shows you advertisements there.",
      it: "Misura quali annunci su TikTok hanno portato a un acquisto e ti mostra annunci lì.",
    },
  },
  hubspot: {
    name: "HubSpot",
    purpose: "marketing",
    provider: "HubSpot Ireland Limited",
    privacy: "https://legal.hubspot.com/privacy-policy",
    hosts: [
      "hs-scripts.com",
      "hs-analytics.net",
      "hs-banner.com",
      "hscollectedforms.net",
      "hsforms.net",
      "hsforms.com",
      "usemessages.com",
      "hubspot.com",
    ],
    cookies: [
      { name: "__hstc", life: "6mo" },
      { name: "hubspotutk", life: "6mo" },
      { name: "__hssc", life: "30m" },
      { name: "__hssrc", life: "session" },
      { name: "messagesUtk", life: "6mo" },
    ],
    storage: [],
    text: {
      en: "Recognises you between visits and joins them with what you write in our forms.",
      it: "Ti riconosce da una visita all’altra e unisce le visite a ciò che scrivi nei nostri moduli.",
    },
  },
  intercom: {
    name: "Intercom",
    purpose: "functional",
    provider: "Intercom R&D Unlimited Company",
    privacy: "https://www.intercom.com/legal/privacy",
    hosts: ["intercom.io", "intercomcdn.com"],
    cookies: [
      { name: "intercom-id-*", life: "271d" },
      { name: "intercom-session-*", life: "7d" },
      { name: "intercom-device-id-*", life: "271d" },
    ],
    storage: [{ kind: "localStorage", name: "intercom*" }],
    text: {
      en: "Lets you chat with us, and remembers the conversation.",
      it: "Ti permette di chattare con noi e ricorda la conversazione.",
    },
  },
};
