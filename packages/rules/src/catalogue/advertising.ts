/** Advertising of other companies. */
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
    storage: [
      { kind: "localStorage", name: "lastExternalReferrer*" },
      { kind: "localStorage", name: "multiFbc" },
    ],
    text: {
      en: "Measures which advertisements on Facebook and Instagram led to a purchase and shows you advertisements there.",
      it: "Misura quali annunci su Facebook e Instagram hanno portato a un acquisto e ti mostra annunci lì.",
    },
    sources: [
      "https://developers.facebook.com/docs/marketing-api/conversions-api/parameters/fbp-and-fbc/",
      "https://github.com/facebook/capi-param-builder/blob/main/client_js/shared/utils/cookieUtil.js",
    ],
    unconfirmed: ["provider", "privacy", "hosts", "fr", "storage"],
  },
  tiktok: {
    name: "TikTok Pixel",
    purpose: "marketing",
    provider: "TikTok Technology Limited",
    privacy: "https://www.tiktok.com/legal/privacy-policy",
    hosts: ["analytics.tiktok.com"],
    cookies: [
      { name: "_ttp", life: "13mo" },
      { name: "_tt_enable_cookie", life: "13mo" },
      { name: "ttcsid*", life: "13mo" },
    ],
    storage: [
      { kind: "sessionStorage", name: "tt_sessionId" },
      { kind: "sessionStorage", name: "tt_pixel_session_index" },
      { kind: "sessionStorage", name: "tt_appInfo" },
    ],
    text: {
      en: "Measures which advertisements on TikTok led to a purchase and shows you advertisements there.",
      it: "Misura quali annunci su TikTok hanno portato a un acquisto e ti mostra annunci lì.",
    },
    sources: [
      "https://ads.tiktok.com/help/article?aid=10007540",
      "https://www.tiktok.com/legal/page/global/partner-privacy-policy/en",
    ],
    unconfirmed: ["privacy", "hosts", "_ttp", "_tt_enable_cookie", "ttcsid*", "storage"],
  },
  pinterest: {
    name: "Pinterest Tag",
    purpose: "marketing",
    provider: "Pinterest Europe Limited",
    privacy: "https://policy.pinterest.com/en/privacy-policy",
    hosts: ["pinterest.com", "pinimg.com"],
    cookies: [
      { name: "_pin_unauth" },
      { name: "_epik" },
      { name: "_derived_epik" },
      { name: "_pinterest_ct" },
      { name: "_pinterest_ct_rt" },
      { name: "_pinterest_ct_ua", elsewhere: true },
      { name: "_pinterest_sess", elsewhere: true },
    ],
    storage: [],
    text: {
      en: "Measures which advertisements on Pinterest led to a purchase and shows you advertisements there.",
      it: "Misura quali annunci su Pinterest hanno portato a un acquisto e ti mostra annunci lì.",
    },
    sources: [
      "https://help.pinterest.com/en/business/article/pinterest-tag-parameters-and-cookies",
      "https://policy.pinterest.com/en/privacy-policy",
    ],
    unconfirmed: ["provider", "pinimg.com", "storage"],
  },
};
