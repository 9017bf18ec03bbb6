/** Fills the page's slots, and puts back what was there. */
import type { CompiledExperience } from "@ghostlight/rules";
import type { Reporter } from "../env/report.ts";

export interface Slots {
  /** Fills each slot with its experience and restores every other. Slots that already show theirs are left alone. */
  readonly show: (chosen: ReadonlyMap<string, CompiledExperience>) => void;
}

const MARK = "data-gl-experience";

export function createSlots(note: Reporter["note"]): Slots {
  /** What the site itself put into a slot. */
  const defaults = new WeakMap<Element, readonly Node[]>();

  function restore(slot: Element): void {
    const nodes = defaults.get(slot);
    if (nodes) slot.replaceChildren(...nodes);
    defaults.delete(slot);
    slot.removeAttribute(MARK);
  }

  function fill(slot: Element, experience: CompiledExperience): void {
    const content = contentOf(experience);
    if (!content) {
      note("no-template", experience.id);
      return;
    }
    defaults.set(slot, [...slot.childNodes]);
    slot.replaceChildren(content);
    slot.setAttribute(MARK, experience.id);
  }

  return {
    show(chosen) {
      for (const slot of document.querySelectorAll("[data-gl-slot]")) {
        const experience = chosen.get(slot.getAttribute("data-gl-slot") ?? "");
        if (slot.getAttribute(MARK) === (experience?.id ?? null)) continue;
        restore(slot);
        if (experience) fill(slot, experience);
      }
    },
  };
}

/** Text stays text: no markup from a site file reaches the page. */
function contentOf({ show }: CompiledExperience): Node | undefined {
  if ("text" in show) return document.createTextNode(show.text);
  const template = document.getElementById(show.template);
  return template instanceof HTMLTemplateElement ? document.importNode(template.content, true) : undefined;
}
