/**
 * Fills the page's slots, and puts back what was there. Begins with the page, before any of it can be seen: by what the
 * last page left behind, while slots and templates are parsed; then by what the engine decides.
 */
import type { Guard } from "../../env/guard.ts";
import type { Reporter } from "../../env/report.ts";
import { OTHERS, type Phase, type Shown } from "./phase.ts";
import { type Chosen, keptSnapshot, readSnapshot, writeSnapshot } from "./store.ts";

export interface Slots {
  /**
   * Whether anything personal may be shown from here on; where not, all of it is undone and forgotten. Call it at the
   * start: where it may, what is known from the last page is shown; where it may not, what that left behind goes with
   * the next answer, or as the page is left.
   */
  readonly allow: (granted: boolean) => void;
  /**
   * Fills each slot with its experience and restores every other; slots that already show theirs are left alone.
   * `phases`: what to keep for the next page; without them, what was kept is forgotten.
   */
  readonly show: (chosen?: Chosen, phases?: readonly Phase[]) => void;
  /** Whether that is what slots show by the latest word: it may have been undone meanwhile. */
  readonly isShown: (chosen: Chosen) => boolean;
  /** What is kept for the next page, for the visitor to see. */
  readonly dump: () => Readonly<Record<string, unknown>>;
}

export interface SlotsHost {
  readonly guard: Guard;
  readonly note: Reporter["note"];
  readonly now: () => number;
  readonly parse: (json: string) => unknown;
  readonly toJson: (value: unknown) => string;
  readonly onHidden: (run: () => void) => void;
}

const SLOT = "[data-gl-slot]";

/**
 * Frames for which a slot may keep its place without showing its default: a second, where nothing but a network is slow.
 * Of a machine that is busy, a clock would say that time is up before anything was drawn.
 */
const PATIENCE = 60;

interface Filled {
  /** What the site itself put there. */
  readonly nodes: readonly Node[];
  readonly show: Shown["show"];
}

/** `release`: changes when the site's rules or experiences do. */
export function createSlots(
  { guard, note, now, parse, toJson, onHidden }: SlotsHost,
  release: string | undefined,
): Slots {
  const filled = new WeakMap<Element, Filled>();
  const held = new Set<Element>();
  let chosen: Chosen | undefined;
  /** Frames for which slots may still be held. */
  let left = 0;

  const look = guard(() => {
    for (const slot of document.querySelectorAll<HTMLElement>(SLOT)) {
      const { dataset, style } = slot;
      const { id, show } = chosen?.get(dataset.glSlot) ?? chosen?.get(OTHERS) ?? {};
      const before = filled.get(slot);
      // By its content, too: what is stored may have been changed by others, what the engine decides was not.
      const isRight = dataset.glExperience === id && toJson(show) === toJson(before?.show);
      const content = show && !isRight && !isOpen(slot) ? contentOf(show) : undefined;
      const isPending = show && !isRight && content === undefined && (left > 0 || isLoading());
      // By the object model, which strict policies leave alone.
      if (isPending && left > 0) {
        held.add(slot);
        style.visibility = "hidden";
      } else if (held.delete(slot)) style.visibility = "";
      if (isRight || isPending) continue;
      delete dataset.glExperience;
      if (before) slot.replaceChildren(...before.nodes);
      filled.delete(slot);
      if (show && content !== undefined) {
        filled.set(slot, { nodes: [...slot.childNodes], show });
        slot.replaceChildren(content);
        dataset.glExperience = id;
      } else if (id) note("no-template", id);
    }
  });

  /** Before each frame, so that none shows what is not meant to be seen. */
  function watch(): void {
    look();
    if ((left-- > 0 && held.size) || isLoading()) requestAnimationFrame(watch);
  }

  const show: Slots["show"] = (next = new Map(), phases) => {
    chosen = next;
    look();
    writeSnapshot(phases && toJson([release, phases]));
  };
  let begun = false;
  onHidden(() => chosen ?? writeSnapshot(undefined));
  return {
    show,
    isShown: (one) => one === chosen,
    dump: () => ({ slots: keptSnapshot(parse) }),
    allow(granted) {
      if (begun) {
        // What was left from before a grant does not rest on it.
        if (!granted || !chosen) show();
      } else if (granted) {
        chosen = readSnapshot(release, now(), parse);
        // A script that came late may have come after a frame: to blank what was seen is worse than to leave it.
        if (chosen.size && !document.querySelector(SLOT)) left = PATIENCE;
        watch();
      }
      // Without a grant nothing yet: as it begins, a page has better to do than to touch localStorage, 7 ms of a slow phone.
      begun = true;
    },
  };
}

const isLoading = (): boolean => document.readyState === "loading";

/** Whether the parser may still be in it: to take out what it works on would leave the rest of it behind. */
function isOpen(element: Element): boolean {
  for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return false;
  return isLoading();
}

/** Text stays text: no markup from a site file, or from storage, reaches the page. */
function contentOf({ text, template = "" }: NonNullable<Shown["show"]>): Node | string | undefined {
  const element = document.getElementById(template);
  return (
    text ?? (element instanceof HTMLTemplateElement && !isOpen(element) ? element.content.cloneNode(true) : undefined)
  );
}
