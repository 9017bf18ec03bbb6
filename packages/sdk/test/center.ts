/** A small preference center for tests: a purpose with a service, one without, two ways to be reached. */

import type { CenterPart } from "@ghostlight/rules";
import { Contact } from "../src/ui/center/Contact.tsx";
import type { Shown } from "../src/ui/center/view.ts";
import { createDialog } from "../src/ui/dialog/mount.ts";
import type { CenterHost, Known } from "../src/ui/host.ts";
import { holdPage } from "../src/ui/modal/apply.ts";

const KEYS =
  "title intro gpc gpcText purposes alwaysOn services someOn provider hosts traces session cookie localStorage channels " +
  "channelsText intent pending confirmed noPush resume preferred anyChannel topics frequency all weekly monthly pause known knownText loading empty stage " +
  "segments noSegments interests forget forgotten export erase eraseAsk eraseYes eraseNo erased failed refuseAll acceptAll save close policy";

export const CENTER: CenterPart = {
  language: "en",
  direction: "ltr",
  regime: "opt-in",
  theme: {},
  // Each text is its own name: what is shown where can be told without knowing the sentences.
  texts: {
    ...Object.fromEntries(KEYS.split(" ").map((key) => [key, `[${key}]`])),
    privacy: "Notice of {service}",
    paused: "[paused] {date}",
    pause1: "1 month",
    pause3: "3 months",
  },
  switches: [],
  purposes: [
    { id: "necessary", name: "Necessary", text: "Keeps this safe.", services: [] },
    {
      id: "analytics",
      name: "Statistics",
      text: "What is read.",
      services: [
        {
          id: "matomo",
          name: "Mato$&mo",
          text: "Counts.",
          provider: "Matomo Ltd",
          privacy: "https://matomo.example/privacy",
          hosts: ["stats.example", "more.example"],
          traces: [
            { kind: "cookie", name: "_pk*", life: "13 months" },
            { kind: "localStorage", name: "pk", life: "" },
          ],
        },
      ],
    },
    { id: "marketing", name: "Adverts", text: "What is sold.", services: [] },
  ],
  channels: [],
  topics: [],
  doubleOptIn: true,
  policy: "/privacy.html",
};

/** The same, of a site that writes to its visitors. */
export const REACHABLE: Shown = {
  ...CENTER,
  contact: Contact,
  channels: [
    { id: "email", name: "Email", text: "News." },
    { id: "email_tracking", name: "Open tracking", text: "Whether you open it." },
    { id: "sms", name: "Texts", text: "Short ones." },
    { id: "post", name: "Post", text: "Letters." },
  ],
  topics: [
    { id: "news", name: "News" },
    { id: "care", name: "Care" },
  ],
};

/** What the dialog hands over. */
export const FRAME = { createDialog, holdPage };

/** Of a visitor of whom nothing is known. */
export const NOTHING_KNOWN: Known = { segments: [], names: {}, interests: [], reasons: {}, data: undefined };

/** What the center is told of a visitor. */
export const profileOf = (read: () => Promise<Known | undefined>): CenterHost["profile"] => ({
  export: read,
  erase: async () => {},
  interest: async () => {},
});
