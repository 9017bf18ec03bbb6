/** A made-up shop's parts, full enough to show everything that the dialogs can hold. */
import type { BannerPart, CenterPart, Regime } from "@ghostlight/rules";
import { CENTER_TEXTS } from "../../packages/rules/src/site/texts/center.ts";
import { ARABIC_BANNER, ARABIC_CENTER, ARABIC_PURPOSES } from "./arabic.ts";

export type Tongue = "en" | "it" | "ar";

const ENGLISH_BANNER: BannerPart["texts"] = {
  title: "Your privacy here",
  body: "We use cookies and similar storage on your device. Nothing below is switched on unless you accept; the site works either way, and you can change your mind at any time.",
  accept: "Accept",
  refuse: "Refuse",
  always: "Always on: remembering this choice and keeping the site secure.",
  policy: "Privacy notice",
  list: "What we ask for",
  accepted: "You have accepted. Here you can take that back.",
  refused: "You have refused. Here you can change that.",
  choose: "Choose in detail",
  close: "Close and refuse",
  understood: "Understood",
  gpc: "Opt-out request honoured",
};

const ITALIAN_BANNER: BannerPart["texts"] = {
  title: "La tua privacy qui",
  body: "Usiamo i cookie e altra memoria del tuo dispositivo. Nulla di quanto segue si attiva se non accetti: il sito funziona comunque e puoi cambiare idea quando vuoi.",
  accept: "Accetta",
  refuse: "Rifiuta",
  always: "Sempre attivi: ricordare questa scelta e proteggere il sito.",
  policy: "Informativa privacy",
  list: "Che cosa ti chiediamo",
  accepted: "Hai accettato. Qui puoi ripensarci.",
  refused: "Hai rifiutato. Qui puoi ripensarci.",
  choose: "Scegli nel dettaglio",
  close: "Chiudi e rifiuta",
  understood: "Ho capito",
  gpc: "Richiesta di opposizione rispettata",
};

const PURPOSES: readonly (readonly [string, string])[] = [
  ["Necessary", "Remembering this choice and keeping the site secure."],
  ["Comforts", "Maps, videos and chat from other companies."],
  ["Statistics", "We count visits and learn what works, under a random number."],
  ["Personal content", "Your visits shape what you see here. The profile stays on your device."],
  ["Marketing", "Advertising services learn about your visit."],
];

const BANNERS = { en: ENGLISH_BANNER, it: ITALIAN_BANNER, ar: ARABIC_BANNER };
const CENTERS = {
  en: { ...CENTER_TEXTS.en, pause1: "1 month", pause3: "3 months" },
  it: { ...CENTER_TEXTS.it, pause1: "1 mese", pause3: "3 mesi" },
  ar: { ...CENTER_TEXTS.en, ...ARABIC_CENTER, pause1: "شهر", pause3: "3 أشهر" },
};
const IDS = ["necessary", "functional", "analytics", "personalization", "marketing"];

const named = (language: Tongue) =>
  IDS.map((id, at) => {
    const [name = id, text = ""] = (language === "ar" ? ARABIC_PURPOSES : PURPOSES)[at] ?? [];
    return { id, name, text };
  });

/** A theme of the demo's brand. */
export const BRAND = {
  "--gl-accent": "#1f4a3e",
  "--gl-on-accent": "#ffffff",
  "--gl-radius": "3px",
  "--gl-font": '"Instrument Sans", "Helvetica Neue", Arial, sans-serif',
};

const about = (language: Tongue, regime: Regime, theme: BannerPart["theme"]) =>
  ({ language, direction: language === "ar" ? "rtl" : "ltr", regime, theme, policy: "/privacy.html" }) as const;

export function bannerPart(
  layout: BannerPart["layout"],
  language: Tongue,
  regime: Regime,
  theme: BannerPart["theme"],
): BannerPart {
  const services = [["OpenStreetMap"], ["Plausible"], [], ["Google Ads"]];
  return {
    ...about(language, regime, theme),
    layout,
    texts: BANNERS[language],
    purposes: named(language)
      .slice(1)
      .map((purpose, at) => ({ ...purpose, services: services[at] ?? [] })),
  };
}

export function centerPart(
  language: Tongue,
  regime: Regime,
  theme: BannerPart["theme"],
  reachable: boolean,
): CenterPart {
  return {
    ...about(language, regime, theme),
    texts: CENTERS[language],
    purposes: named(language).map((purpose) => ({ ...purpose, services: SERVICES[purpose.id] ?? [] })),
    channels: reachable
      ? [
          { id: "email", name: "Email", text: "News and offers by email." },
          { id: "email_tracking", name: "Email open tracking", text: "We see whether you open our emails." },
          { id: "sms", name: "SMS", text: "Short messages, such as when an order is ready." },
          { id: "push", name: "Notifications", text: "Notifications of your browser." },
          { id: "post", name: "Post", text: "Letters and catalogues." },
        ]
      : [],
    topics: reachable
      ? [
          { id: "news", name: "New lamps" },
          { id: "care", name: "Care and repair" },
          { id: "events", name: "Evenings in the workshop" },
        ]
      : [],
    doubleOptIn: true,
    switches: ["map", "video", "matomo", "google-ads"],
  };
}

const SERVICES: Readonly<Record<string, CenterPart["purposes"][number]["services"]>> = {
  functional: [
    {
      id: "map",
      name: "OpenStreetMap",
      text: "Shows where our workshop is.",
      provider: "OpenStreetMap Foundation, United Kingdom",
      privacy: "https://osmfoundation.org/wiki/Privacy_Policy",
      hosts: ["tile.openstreetmap.org"],
      traces: [],
    },
    {
      id: "video",
      name: "Vimeo",
      text: "Plays the films of our workshop.",
      provider: "Vimeo.com, Inc., United States",
      privacy: "https://vimeo.com/privacy",
      hosts: ["player.vimeo.com"],
      traces: [{ kind: "cookie", name: "vuid", life: "2 years" }],
    },
  ],
  analytics: [
    {
      id: "matomo",
      name: "Matomo",
      text: "Counts visits and what is read.",
      hosts: ["stats.lanterna.example"],
      traces: [
        { kind: "cookie", name: "_pk_id*", life: "13 months" },
        { kind: "cookie", name: "_pk_ses*", life: "30 minutes" },
      ],
    },
  ],
  marketing: [
    {
      id: "google-ads",
      name: "Google Ads",
      text: "Learns which adverts led to an order, and shows adverts elsewhere.",
      provider: "Google Ireland Limited, Ireland",
      privacy: "https://policies.google.com/privacy",
      hosts: ["www.googleadservices.com", "googleads.g.doubleclick.net"],
      traces: [
        { kind: "cookie", name: "_gcl_au", life: "90 days" },
        { kind: "localStorage", name: "_gcl_ls", life: "" },
      ],
    },
  ],
};
