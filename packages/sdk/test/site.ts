/** A small compiled site for tests: three purposes, a stage and a slot that follow views, and one that time alone changes. */
import type { BannerPart, EmbedsPart, EnginePart, EntryPart, RedactPart, WhyPart } from "@ghostlight/rules";

export const ENTRY: EntryPart = {
  site: "shop",
  revision: 0,
  purposes: ["analytics", "personalization", "marketing"],
  beforeChoice: "page",
  grantDays: 182,
  regime: "opt-in",
  sale: ["marketing"],
  services: {},
  signals: [],
  releases: {},
};

export const BANNER: BannerPart = {
  regime: "opt-in",
  layout: "box",
  theme: {},
  language: "en",
  direction: "ltr",
  texts: {
    title: "We use cookies",
    body: "They are yours to allow.",
    accept: "Accept all",
    refuse: "Refuse all",
    always: "Some are always needed.",
    policy: "Privacy notice",
    list: "What for",
    accepted: "You accepted.",
    refused: "You refused.",
    choose: "Choose",
    close: "Close",
    understood: "Understood",
    gpc: "Opt-out honoured.",
  },
  purposes: [
    { id: "analytics", name: "Statistics", text: "What is read.", services: ["Plausible", "Matomo"] },
    { id: "marketing", name: "Adverts", text: "What is sold.", services: [] },
  ],
  policy: "/privacy.html",
};

export const EMBEDS: EmbedsPart = {
  language: "en",
  direction: "rtl",
  theme: { "--gl-accent": "#0b5fff" },
  texts: {
    title: "{service} waits",
    body: "For {purpose} by {service}",
    once: "Once",
    always: "Always {purpose}",
    alwaysService: "Always {service}",
    running: "Still on: {names}.",
    reload: "Load again",
    later: "Later",
  },
  purposes: { functional: "Comforts", analytics: "Statistics" },
  services: { maps: "Maps $& Co" },
};

/** What a state of consent says beside the choice, on such a site. */
export const OPT_IN = { services: [], regime: "opt-in" as const, gpc: false };

/** ms without an order after which a cart counts as left alone. */
export const QUIET = 30 * 60_000;

export const WHY: WhyPart = { names: { stage_lead: "looking around", segment_seen: "seen here" } };

export const REDACT: RedactPart = { names: "password$", params: "password$", ids: "[]", cards: "[]", texts: ["[]"] };

export const ENGINE: EnginePart = {
  suspect: "password",
  plan: {
    counters: [
      { key: "view", keep: 0 },
      { key: "cart", keep: 0 },
      { key: "order", keep: 0 },
      { key: "page", keep: 0 },
    ],
    events: { "Product Viewed": [0], "Product Added": [1], "Order Completed": [2], "Page Viewed": [3] },
    stages: [
      ["waiting", ["without", 1, 2, QUIET]],
      ["lead", ["count", 0, { $gte: 2 }]],
      ["new", ["all", []]],
    ],
    segments: [
      ["seen", ["count", 3, { $gte: 1 }]],
      ["reachable", ["channel", "onsite"]],
    ],
    audiences: [
      ["stage", "waiting"],
      ["stage", "lead"],
    ],
    affinities: [
      { id: "kind", path: "kind", halfLife: 30 * 86_400_000, weights: { "Product Viewed": 1 }, baseline: {}, keep: 8 },
    ],
    facts: {},
    wakes: ["Product Added", "Order Completed"],
    readers: [[1, 5, 6], [0, 5, 6], [0, 5, 6], [3]],
    dependents: { 0: [5, 6], 1: [5, 6] },
    restless: [],
  },
  experiences: [
    { id: "come-back", slot: "hero", audience: 0, show: { text: "Your cart is waiting" } },
    { id: "welcome", slot: "hero", audience: 1, show: { text: "Welcome back" } },
  ],
};
