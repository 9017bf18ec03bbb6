/** What the visitor sees of blocking, and what a page that draws by itself hears instead. */
import { screen } from "@testing-library/dom";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EMBEDS, ENTRY } from "../test/site.ts";
import { createGuard } from "./env/guard.ts";
import { createGate } from "./gate.ts";

/** A gate watches its document for good; the next test has the same one. */
const observers: MutationObserver[] = [];
const purposes = ["functional", "analytics"];
const services = { maps: "functional", counter: "analytics" };
const NOTHING = { purposes: [], services: [] };
const ALL = { purposes, services: ["maps", "counter"] };

function start({ headless = false } = {}) {
  const note = vi.fn();
  const emit = vi.fn();
  const consent = { entry: { ...ENTRY, purposes, services, switches: true }, look: vi.fn(), write: vi.fn() };
  const gate = createGate(EMBEDS, { consent, headless, emit, note, guard: createGuard(note) });
  return { ...gate, emit, note };
}
const drawn = () => new Promise((resolve) => requestAnimationFrame(resolve));
const notice = () => screen.queryByRole("status")?.textContent;

beforeEach(() => {
  const watch = class extends MutationObserver {
    override observe(...args: Parameters<MutationObserver["observe"]>): void {
      observers.push(this);
      super.observe(...args);
    }
  };
  vi.stubGlobal("MutationObserver", watch);
  document.body.innerHTML = `
    <iframe width="300" height="200" data-service="maps" data-src="about:blank"></iframe>
    <script type="text/plain" data-purpose="analytics"></script>
    <script type="text/plain" data-service="counter"></script>
    <script type="text/plain" data-service="maps"></script>`;
});
afterEach(() => {
  for (const observer of observers.splice(0)) observer.disconnect();
  vi.unstubAllGlobals();
});

test("withdrawn: what can is put back behind its placeholder; what cannot is named, once, by service or purpose", async () => {
  const { allow, emit, note } = start();
  allow(ALL);
  expect([notice(), screen.queryByRole("group")]).toEqual([undefined, null]);
  allow(NOTHING);
  await drawn();
  expect(screen.getByRole("group", { name: "Maps $& Co waits" })).toBeTruthy();
  expect(notice()).toContain("Still on: counter, Maps $& Co, Statistics.");
  expect(emit.mock.calls).toEqual([["reload", { purposes: ["analytics"], services: ["counter", "maps"] }]]);
  expect(note).not.toHaveBeenCalled();
});

test("granted again, the notice goes; one for something else comes in its place", async () => {
  const { allow } = start();
  allow(ALL);
  allow(NOTHING);
  allow({ purposes: ["functional"], services: ["maps", "counter"] });
  await drawn();
  expect(notice()).toContain("Still on: Statistics.");
  allow(ALL);
  expect(notice()).toBeUndefined();
});

test("nothing is drawn where the site draws by itself; it hears of the scripts, and all is blocked as ever", async () => {
  const { allow, emit } = start({ headless: true });
  allow(NOTHING);
  allow(ALL);
  allow(NOTHING);
  await drawn();
  expect([notice(), screen.queryByRole("group")]).toEqual([undefined, null]);
  expect(document.querySelector("iframe")?.getAttribute("src")).toBeNull();
  expect(emit).toHaveBeenCalledTimes(1);
});
