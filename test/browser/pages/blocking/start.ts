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
  readonly allow: (granted: readonly string[]) => void;
  readonly once: (id: string) => void;
  readonly ran: () => readonly string[];
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

const blocking = createBlocking({
  purposes: ["necessary", "functional", "analytics", "marketing"],
  services: { plausible: "analytics", pixel: "marketing", pay: "necessary" },
  blocked: (elements) => void reports.push(elements),
  guard,
  note,
});

window.harness = {
  order: [],
  said,
  violations,
  get blocked() {
    return reports.map((elements) => elements.map(({ id }) => id));
  },
  allow: blocking.allow,
  once: (id) => {
    const element = document.getElementById(id);
    if (element) blocking.once(element);
  },
  ran: blocking.ran,
  mount: (part) =>
    void mountEmbeds(part, {
      elements: reports.flat(),
      once: blocking.once,
      always: (purpose) => blocking.allow([purpose]),
      purposeOf: blocking.purposeOf,
      guard,
    }),
  clean: (part, gone) => cleanTraces(part, gone, note),
  strangers: (declared) => void watchStrangers(declared, note),
};

const granted = new URLSearchParams(location.search).get("granted");
if (granted !== null) blocking.allow(granted.split(",").filter(Boolean));
