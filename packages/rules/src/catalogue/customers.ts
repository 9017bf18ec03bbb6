/** Chats, forms and newsletters of other companies. */
import type { KnownService } from "./service.ts";

export const customerServices: Readonly<Record<string, KnownService>> = {
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
      { name: "hs-messages-is-open", life: "30m" },
      { name: "hs-messages-hide-welcome-message", life: "1d" },
    ],
    storage: [],
    text: {
      en: "Recognises you between visits and joins them with what you write in our forms.",
      it: "Ti riconosce da una visita all’altra e unisce le visite a ciò che scrivi nei nostri moduli.",
    },
    sources: [
      "https://knowledge.hubspot.com/articles/kcs_article/reports/what-cookies-does-hubspot-set-in-a-visitor-s-browser",
      "https://developers.hubspot.com/docs/api/events/cookie-banner",
    ],
    // The copy that was found is of 2018, and says longer lives; sites that print the newer text agree on these.
    unconfirmed: [
      "provider",
      "privacy",
      "hosts",
      "__hstc",
      "life of hubspotutk",
      "__hssc",
      "__hssrc",
      "messagesUtk",
      "hs-messages-hide-welcome-message",
      "storage",
    ],
  },
  klaviyo: {
    name: "Klaviyo",
    purpose: "marketing",
    provider: "Klaviyo, Inc.",
    privacy: "https://www.klaviyo.com/legal/privacy/privacy-notice",
    hosts: ["klaviyo.com"],
    cookies: [{ name: "__kla_id", life: "2y" }],
    storage: [
      { kind: "localStorage", name: "klaviyo*" },
      { kind: "sessionStorage", name: "klaviyo*" },
    ],
    text: {
      en: "Recognises you once you open our newsletter or fill in a form, and chooses what we write to you.",
      it: "Ti riconosce quando apri la nostra newsletter o compili un modulo e sceglie che cosa scriverti.",
    },
    sources: [
      "https://help.klaviyo.com/hc/en-us/articles/360034666712",
      "https://www.klaviyo.com/legal/privacy/privacy-notice",
    ],
    unconfirmed: ["storage"],
  },
  intercom: {
    name: "Intercom",
    purpose: "functional",
    provider: "Intercom R&D Unlimited Company",
    privacy: "https://www.intercom.com/legal/privacy",
    hosts: ["intercom.io", "intercomcdn.com", "intercomcdn.eu", "intercomassets.com", "intercom-messenger.com"],
    cookies: [
      { name: "intercom-id-*", life: "9mo" },
      { name: "intercom-session-*", life: "1w" },
      { name: "intercom-device-id-*", life: "9mo" },
    ],
    storage: [{ kind: "localStorage", name: "intercom*" }],
    text: {
      en: "Lets you chat with us, and remembers the conversation.",
      it: "Ti permette di chattare con noi e ricorda la conversazione.",
    },
    sources: [
      "https://www.intercom.com/help/en/articles/2361922-intercom-messenger-cookies",
      "https://www.intercom.com/help/en/articles/3894",
      "https://www.intercom.com/legal/privacy",
    ],
    unconfirmed: ["storage"],
  },
  zendesk: {
    name: "Zendesk",
    purpose: "functional",
    provider: "Zendesk, Inc.",
    privacy: "https://www.zendesk.com/company/agreements-and-terms/privacy-notice/",
    hosts: ["zdassets.com", "zendesk.com", "zopim.com", "smooch.io"],
    cookies: [{ name: "__zlcmid", life: "1y" }],
    storage: [{ kind: "localStorage", name: "ZD-*" }],
    text: {
      en: "Lets you chat with us or ask for help, and remembers the conversation.",
      it: "Ti permette di chattare con noi o chiedere aiuto e ricorda la conversazione.",
    },
    sources: [
      "https://support.zendesk.com/hc/en-us/articles/4408828505754-Enabling-cookie-consent-for-the-Chat-widget",
      "https://developer.zendesk.com/documentation/zendesk-web-widget-sdks/sdks/web/csp",
      "https://www.zendesk.com/company/agreements-and-terms/privacy-notice/",
    ],
    unconfirmed: ["storage"],
  },
};
