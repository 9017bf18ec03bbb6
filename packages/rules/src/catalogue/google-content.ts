/** Videos, maps and protection of forms of Google. */
import { GOOGLE } from "./google.ts";
import type { KnownService } from "./service.ts";

const COOKIES = "https://policies.google.com/technologies/cookies";

export const googleContentServices: Readonly<Record<string, KnownService>> = {
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
    sources: [COOKIES],
    unconfirmed: ["hosts", "VISITOR_PRIVACY_METADATA", "storage"],
  },
  "google-maps": {
    ...GOOGLE,
    name: "Google Maps",
    purpose: "functional",
    hosts: [
      "maps.googleapis.com",
      "maps.gstatic.com",
      "fonts.googleapis.com",
      "fonts.gstatic.com",
      "google.com",
      "googleusercontent.com",
    ],
    cookies: [{ name: "NID", life: "6mo", elsewhere: true }],
    storage: [],
    text: {
      en: "Shows maps and directions in the page.",
      it: "Mostra mappe e indicazioni stradali nella pagina.",
    },
    sources: ["https://developers.google.com/maps/documentation/javascript/content-security-policy", COOKIES],
    unconfirmed: ["storage"],
  },
  // Its maker calls the cookie necessary, but it looks at far more than the form that it guards: so it waits for a yes.
  recaptcha: {
    ...GOOGLE,
    name: "Google reCAPTCHA",
    purpose: "functional",
    hosts: ["google.com", "recaptcha.net", "gstatic.com"],
    cookies: [{ name: "_GRECAPTCHA", life: "6mo", elsewhere: true }],
    storage: [{ kind: "localStorage", name: "_grecaptcha" }],
    text: {
      en: "Tells people from programs when you send a form; it watches how you use the page.",
      it: "Distingue le persone dai programmi quando invii un modulo; osserva come usi la pagina.",
    },
    sources: ["https://cloud.google.com/recaptcha/docs/faq"],
    unconfirmed: ["gstatic.com", "life of _GRECAPTCHA", "_grecaptcha"],
  },
};
