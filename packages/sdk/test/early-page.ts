/** A page before the engine: frames, a parser and a storage that tests move on by hand. */
import { afterEach, beforeEach, vi } from "vitest";
import { toJson } from "../src/collect/call.ts";
import { createGuard } from "../src/env/guard.ts";
import { createSlots, type Slots } from "../src/personalize/early/apply.ts";
import type { Phase, Shown } from "../src/personalize/early/phase.ts";
import { SNAPSHOT } from "../src/personalize/early/store.ts";

export const NOW = Date.UTC(2026, 10, 21);
export const text = (content: string, slot = "hero"): Shown => ({ slot, id: "lead", show: { text: content } });
export const template: Shown = { slot: "hero", id: "lead", show: { template: "lead" } };
export const only = (one: Shown) => new Map([[one.slot, one]]);
export const leave = (phases: readonly Phase[], release = "1"): void =>
  localStorage.setItem(SNAPSHOT, JSON.stringify([release, phases]));

/** The page as the browser has it. */
const world = { frames: [] as (() => void)[], loading: true, hide: () => {} };
const leaving = (run: () => void): void => {
  world.hide = run;
};
/** Runs what waits for the page to be hidden. */
export const hide = (): void => world.hide();
/** How many callbacks wait for the next frame. */
export const waiting = (): number => world.frames.length;
export const note = vi.fn();
/** Before the browser draws the next one; or that many. */
export const frame = (count = 1): void => {
  for (let at = 0; at < count; at++) for (const run of world.frames.splice(0)) run();
};
export const start = (granted = true): Slots => {
  const guard = createGuard(note);
  const slots = createSlots({ guard, note, now: Date.now, parse: JSON.parse, toJson, onHidden: leaving }, "1");
  slots.allow(granted);
  return slots;
};
/** The parser puts it at the end of the page, and goes on where `more`. */
export const parse = (html: string, more = true): void => {
  document.body.insertAdjacentHTML("beforeend", html + (more ? "<p>more</p>" : ""));
};
export const slot = (name = "hero") => document.querySelector<HTMLElement>(`[data-gl-slot=${name}]`);
export const visibility = () => slot()?.style.visibility;
export const end = (): void => {
  world.loading = false;
};

/** For each test of the file that calls it: an empty page that is being parsed, and no frame drawn yet. */
export function beforeEachPage(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ["Date"] });
    vi.stubGlobal("requestAnimationFrame", (run: () => void) => world.frames.push(run));
    vi.spyOn(document, "readyState", "get").mockImplementation(() => (world.loading ? "loading" : "interactive"));
    Object.assign(world, { frames: [], loading: true });
    document.body.replaceChildren();
    localStorage.clear();
    note.mockClear();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
}
