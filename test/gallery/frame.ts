/** One frame of the gallery page: mounts what its address names, live, with nothing behind it that could be changed. */
import type { Regime } from "@ghostlight/rules";
import states from "../../demo/src/gallery/states.json" with { type: "json" };
import { NO_PREFERENCES } from "../../packages/sdk/src/consent/preferences.ts";
import { createGuard } from "../../packages/sdk/src/env/guard.ts";
import { auditDialog } from "../../packages/sdk/src/ui/audit/apply.ts";
import { mountCenter } from "../../packages/sdk/src/ui/center/mount.tsx";
import { mountDeclaration } from "../../packages/sdk/src/ui/declaration/mount.tsx";
import { createDialog } from "../../packages/sdk/src/ui/dialog/mount.ts";
import { dress } from "../../packages/sdk/src/ui/dress.ts";
import { mountEmbeds } from "../../packages/sdk/src/ui/embeds/mount.ts";
import type { CenterHost } from "../../packages/sdk/src/ui/host.ts";
import { holdPage } from "../../packages/sdk/src/ui/modal/apply.ts";
import { mountBanner } from "../../packages/sdk/src/ui/mount.ts";
import { frameSite } from "./frame-site.ts";

/** What a visitor is told of themselves. */
const PROFILE = {
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

interface State {
  readonly id: string;
  readonly layer: string;
  readonly gpc?: boolean;
  readonly again?: boolean;
  readonly open?: boolean;
  readonly at?: string;
}

const wish = new URLSearchParams(location.search);
const language = wish.get("language") ?? "en";
const regime = (["opt-in", "opt-out", "notice"] as const).find((one) => one === wish.get("regime")) ?? "opt-in";
const listed: readonly State[] = states;
const state = listed.find(({ id }) => id === wish.get("state"));

/** Looks only: pressing a button closes what is shown, and brings it back a moment later. */
function show({ layer, gpc = false, again = false, open, at }: State, law: Regime): void {
  const layout = ["bar", "modal"].includes(layer) ? layer : "box";
  const site = frameSite(language, law, layout, wish.get("theme") === "brand");
  const note = (...noted: readonly unknown[]): void => console.error(...noted);
  const guard = createGuard(note);
  const shut = (): void => {
    remove();
    setTimeout(
      guard(() => show({ id: "", layer, gpc, again }, law)),
      900,
    );
  };
  const granted = site.banner.purposes.map(({ id }) => id).filter((id) => id !== "marketing");
  const decided = { chosen: again, purposes: granted, services: [], regime: law, gpc };
  const remove = mount();

  function mount(): () => void {
    if (layer === "declaration") return mountDeclaration(site.center, [...document.querySelectorAll("main")]);
    if (layer === "placeholder") {
      const elements = [...document.querySelectorAll("iframe")];
      for (const one of elements) one.removeAttribute("hidden");
      const about = { purposeOf: () => "functional", wanted: () => ({ purposes: [], services: [] }) };
      return mountEmbeds(site.embeds, { elements, once: shut, always: shut, ...about, guard, note });
    }
    if (layer === "center") {
      const host: CenterHost = {
        createDialog,
        holdPage,
        state: () => ({ ...decided, purposes: ["analytics"] }),
        guard,
        note,
        save: () => undefined,
        close: shut,
        profile: { export: async () => PROFILE, erase: async () => undefined, interest: async () => undefined },
        preferences: { get: async () => NO_PREFERENCES, set: async () => undefined },
      };
      // At once: it is to be unfolded, and the focus to stay where it is.
      return mountCenter(site.center, host, (run) => run());
    }
    return mountBanner(dress(site.banner), {
      answered: again ? true : undefined,
      asked: gpc ? granted : [...granted, "marketing"],
      focus: false,
      gpc,
      guard,
      note,
      answer: shut,
      audit: (dialog) => auditDialog(site.audit, dialog, note),
      choose: shut,
      close: shut,
    });
  }

  if (open) unfold();
  if (at)
    setTimeout(
      guard(() => scrollTo(at)),
      100,
    );
}

function unfold(): void {
  const dialog = document.querySelector("[role=dialog]");
  dialog?.querySelector<HTMLElement>("[slot=more]")?.click();
  for (const details of dialog?.shadowRoot?.querySelectorAll("details") ?? []) details.open = true;
}

/** The center's last section is what is known, the one before it how to be reached. */
function scrollTo(at: string): void {
  const body = document.querySelector("[role=dialog]")?.shadowRoot?.querySelector(".body");
  const section = [...(body?.querySelectorAll<HTMLElement>("section") ?? [])].at(at === "known" ? -1 : -2);
  if (body && section) body.scrollTop = section.offsetTop - body.clientTop;
}

document.documentElement.lang = language;
document.documentElement.dir = language === "ar" ? "rtl" : "ltr";
if (state) {
  // A frame must not take the focus from the page around it, nor scroll that page to itself.
  const { focus } = HTMLElement.prototype;
  HTMLElement.prototype.focus = () => undefined;
  show(state, regime);
  HTMLElement.prototype.focus = focus;
  document.documentElement.dataset.drawn = state.id;
}
