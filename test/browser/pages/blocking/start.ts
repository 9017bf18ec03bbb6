/** What the test pages run in their head: blocking alone, with what it says kept for the test to read. */
import type { CleanPart, EmbedsPart } from "@ghostlight/rules";
import { createBlocking } from "../../../../packages/sdk/src/blocking/watch.ts";
import { cleanTraces } from "../../../../packages/sdk/src/clean/apply.ts";
import { watchStrangers } from "../../../../packages/sdk/src/debug/strangers/watch.ts";
import { createGuard } from "../../../../packages/sdk/src/env/guard.ts";
import type { NoteCode } from "../../../../packages/sdk/src/env/report.ts";
import { mountEmbeds } from "../../../../packages/sdk/src/ui/embeds/mount.ts";

export type Said = readonly [code: NoteCode, detail: string];

export interface Harness {
  /** What the page's scripts pushed, in the order they ran. */
  readonly order: string[];
  readonly said: Said[];
  /** Ids of the elements that stay blocked, by report. */
  readonly blocked: string[][];
  readonly violations: string[];
  /** Grants these purposes, and the services that belong to them. */
  readonly allow: (granted: readonly string[]) => void;
  readonly once: (id: string) => void;
  /** What was withdrawn while scripts of it run on, by report. */
  readonly stuck: string[][];
  /** Shows placeholders for what was reported so far; `always` grants that purpose alone. */
  readonly mount: (part: EmbedsPart) => void;
  readonly clean: (part: CleanPart, gone: readonly string[]) => Promise<void>;
  readonly strangers: (declared: readonly string[]) => void;
}

declare global {
  interface Window {
    harness: Harness;
  }
}

const said: Said[] = [];
const note = (code: NoteCode, detail?: unknown): void =>
  void said.push([code, detail instanceof Element ? detail.id : String(detail)]);
const guard = createGuard(note);
const reports: (readonly Element[])[] = [];
const violations: string[] = [];
document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
  violations.push(`${violatedDirective} ${blockedURI} ${sample}`),
);

const services = { plausible: "analytics", pixel: "marketing", pay: "necessary" };
const stuck: string[][] = [];
const blocking = createBlocking({
  purposes: ["necessary", "functional", "analytics", "marketing"],
  services,
  blocked: (elements) => void reports.push(elements),
  stuck: (withdrawn) => void stuck.push([...withdrawn.purposes, ...withdrawn.services]),
  guard,
  note,
});
const allow = (purposes: readonly string[]): void => {
  const all = Object.entries(services).filter(([, purpose]) => ["necessary", ...purposes].includes(purpose));
  blocking.allow({ purposes, services: all.map(([id]) => id) });
};

window.harness = {
  order: [],
  said,
  violations,
  stuck,
  get blocked() {
    return reports.map((elements) => elements.map(({ id }) => id));
  },
  allow,
  once: (id) => {
    const element = document.getElementById(id);
    if (element) blocking.once(element);
  },
  mount: (part) =>
    void mountEmbeds(part, {
      elements: reports.flat(),
      once: blocking.once,
      always: ({ purposes }) => allow(purposes),
      wanted: (element) => ({ purposes: [blocking.purposeOf(element) ?? ""], services: [] }),
      purposeOf: blocking.purposeOf,
      guard,
      note,
    }),
  clean: (part, gone) => cleanTraces(part, gone, [], note),
  strangers: (declared) => void watchStrangers(declared, note, guard),
};

const granted = new URLSearchParams(location.search).get("granted");
if (granted !== null) allow(granted.split(",").filter(Boolean));
