/** Mounts the real dialogs with the sample's parts, as a page asks for them. */
import type { BannerPart, Regime } from "@ghostlight/rules";
import { NO_PREFERENCES, type Preferences } from "../../packages/sdk/src/consent/preferences.ts";
import { createGuard } from "../../packages/sdk/src/env/guard.ts";
import { auditDialog } from "../../packages/sdk/src/ui/audit/apply.ts";
import { mountCenter } from "../../packages/sdk/src/ui/center/mount.tsx";
import { mountDeclaration } from "../../packages/sdk/src/ui/declaration/mount.tsx";
import { createDialog } from "../../packages/sdk/src/ui/dialog/mount.ts";
import { dress } from "../../packages/sdk/src/ui/dress.ts";
import type { Known } from "../../packages/sdk/src/ui/host.ts";
import { holdPage } from "../../packages/sdk/src/ui/modal/apply.ts";
import { mountBanner } from "../../packages/sdk/src/ui/mount.ts";
import { BRAND, bannerPart, centerPart, type Tongue } from "./sample.ts";

export interface Shown {
  readonly layer: "banner" | "center" | "declaration";
  readonly layout?: BannerPart["layout"];
  readonly language?: Tongue;
  readonly regime?: Regime;
  readonly brand?: boolean;
  readonly gpc?: boolean;
  readonly answered?: boolean;
  /** What the two answers say, in the owner's own words. */
  readonly words?: Pick<BannerPart["texts"], "refuse" | "accept">;
  readonly focus?: boolean;
  /** Whether the site has ways to reach the visitor, and how they stand. Default: nothing was set. */
  readonly reachable?: boolean | Partial<Preferences>;
  readonly known?: "profile" | "nothing" | "never" | "fault";
  /** The granted purposes. */
  readonly granted?: readonly string[];
  /** Services that may run. Default: those of the granted purposes. */
  readonly allowed?: readonly string[];
}

const PROFILE: Known = {
  stage: "lead",
  segments: ["lamp-fan", "weekend"],
  names: { stage_lead: "looking around", "segment_lamp-fan": "likes table lamps" },
  interests: [
    { affinity: "category", value: "Table lamps" },
    { affinity: "category", value: "Floor lamps" },
  ],
  reasons: { "lamp-fan": ["Product Viewed: 5"] },
  data: { views: 12 },
};

/** Calls that the dialogs made, in order. */
const calls: unknown[][] = [];

export interface Harness {
  readonly show: (shown: Shown) => void;
  readonly hide: () => void;
  readonly calls: unknown[][];
}

function createHarness(): Harness {
  const shown: (() => void)[] = [];
  const told =
    (name: string) =>
    (...args: readonly unknown[]) => {
      calls.push([name, ...args]);
    };
  const hide = () => {
    for (const remove of shown.splice(0)) remove();
  };
  const note = told("note");
  const guard = createGuard(note);
  const closing = (name: string) => () => {
    told(name)();
    hide();
  };
  const known: Record<NonNullable<Shown["known"]>, () => Promise<Known>> = {
    profile: async () => PROFILE,
    nothing: async () => ({ segments: [], names: {}, interests: [], reasons: {}, data: undefined }),
    never: () => new Promise(() => {}),
    fault: async () => {
      throw new Error("cannot be read");
    },
  };
  return {
    calls,
    hide,
    show(wish) {
      const { layout = "box", language = "en", regime = "opt-in", brand, gpc = false } = wish;
      const theme = brand ? BRAND : {};
      const shipped = centerPart(language, regime, theme, !!wish.reachable);
      const all = wish.words && { refuseAll: wish.words.refuse, acceptAll: wish.words.accept };
      const center = { ...shipped, texts: { ...shipped.texts, ...all } };
      if (wish.layer === "declaration") {
        shown.push(mountDeclaration(center, [...document.querySelectorAll("[data-ghostlight=cookies]")]));
      } else if (wish.layer === "center") {
        const granted = center.purposes.filter(({ id }) => wish.granted?.includes(id));
        const services = wish.allowed ?? granted.flatMap((purpose) => purpose.services.map(({ id }) => id));
        const state = { chosen: true, purposes: wish.granted ?? [], services, regime, gpc };
        const preferences = {
          get: async () => ({ ...NO_PREFERENCES, ...(typeof wish.reachable === "object" && wish.reachable) }),
          set: async (to: unknown) => note("set", to),
        };
        const close = closing("close");
        const erase = async () => told("erase")();
        const interest = async (...change: readonly unknown[]) => told("interest")(...change);
        const profile = { export: known[wish.known ?? "profile"], erase, interest };
        const save = told("save");
        const host = { createDialog, holdPage, state: () => state, guard, note, save, close, profile };
        // At once: what is asked next is about the whole of it. How it comes task by task, pages of the edge show.
        shown.push(mountCenter(center, { ...host, preferences }, (run) => run()));
      } else {
        const first = bannerPart(layout, language, regime, theme);
        const part = { ...first, texts: { ...first.texts, ...wish.words } };
        // What Global Privacy Control denies is not asked.
        const asked = part.purposes.map(({ id }) => id).filter((id) => !(gpc && id === "marketing"));
        const facts = { answered: wish.answered, asked, focus: wish.focus ?? false, gpc, guard, note };
        const host = { ...facts, answer: told("answer") };
        const audit = (dialog: HTMLElement): void => auditDialog(part, dialog, note);
        shown.push(mountBanner(dress(part), { ...host, audit, choose: told("choose"), close: closing("close") }));
      }
    },
  };
}

Object.assign(window, { harness: createHarness() });
