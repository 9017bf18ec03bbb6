/** Finds the page's marked elements, now and when they come; lets each go once it is granted, and puts it back. */
import type { Purpose } from "@ghostlight/rules";
import type { Permissions } from "../consent/consent.ts";
import { createGuard, type Guard } from "../env/guard.ts";
import type { Reporter } from "../env/report.ts";
import { letGo, putBack } from "./apply.ts";
import { missingOf, purposeOf, type Services, waitsFor } from "./decide.ts";

export interface BlockingHost {
  /** The purposes that may be granted, `necessary` among them where elements may be marked with it. */
  readonly purposes: readonly Purpose[];
  readonly services: Services;
  /** Hears of each element that stays blocked, or is blocked again, and would be seen. */
  readonly blocked: (elements: readonly Element[]) => void;
  /**
   * Hears of what was withdrawn while scripts of it run on in this page, each time that this changes; none: it was
   * granted again.
   */
  readonly stuck: (withdrawn: Permissions) => void;
  readonly guard: Guard;
  readonly note: Reporter["note"];
}

export interface Blocking {
  /** What is granted from here on, beside `necessary`. Call it at the start: nothing is looked at before. */
  readonly allow: (granted: Permissions) => void;
  /** Lets this element and what is marked inside it go, whatever is granted. */
  readonly once: (element: Element) => void;
  readonly purposeOf: (element: Element) => Purpose | undefined;
  /** What this element still waits for. */
  readonly missing: (element: Element) => Permissions;
}

const NOTHING: Permissions = { purposes: [], services: [] };
const MARKED = ":is([data-purpose],[data-service])";
const WAITING = `${MARKED}:not([data-granted])`;
/** Whose place somebody would miss. Custom elements that say how large they are come to these. */
const SEEN = "iframe,video,embed,object,img,[data-placeholder]";

export function createBlocking({ purposes, services, blocked, stuck, guard, note }: BlockingHost): Blocking {
  const everything: Permissions = { purposes, services: Object.keys(services) };
  let granted = NOTHING;
  /** Whether a script is loading that the following ones have to wait for. */
  let held = false;
  /** Modules that are loading, and whether one without an address waits for them: those after it wait with it. */
  const modules = new Set<Element>();
  let queued = false;
  const seen = new WeakSet<Element>();
  /** Scripts that run in this page, and those of them that should not any more. */
  const running = new Set<Element>();
  let left: readonly Element[] = [];
  let told = NOTHING;

  const find = (element: Element): Purpose | undefined => purposeOf((element as HTMLElement).dataset, services);
  const missing = (element: Element, allowed = granted): Permissions =>
    missingOf(waitsFor((element as HTMLElement).dataset, services), allowed);
  const isGranted = (element: Element, allowed = granted): boolean =>
    Object.values(missing(element, allowed)).every((names) => !names.length);

  const goOn = guard(({ target }: Event) => {
    if (!modules.delete(target as Element)) held = false;
    queued = false;
    look(document);
  });

  /**
   * Modules run in their order by themselves, but for this: in Firefox (153) one without an address, put in anew, does
   * not wait for those before it that still load.
   */
  function waits(script: HTMLScriptElement): boolean {
    if (held || script.dataset.type !== "module" || script.hasAttribute("async")) return held;
    queued ||= !script.src && !script.dataset.src && modules.size > 0;
    return queued;
  }

  // A policy of the page may refuse one element; the others go on.
  const release = createGuard(
    note,
    "not-activated",
  )((element: HTMLElement) => {
    if (element.matches('script[type="text/plain"]')) {
      running.add(element);
      element.addEventListener("error", () => running.delete(element));
    }
    const waiting = letGo(element);
    if (!waiting) return;
    if (waiting === "modules") modules.add(element);
    else held = true;
    element.addEventListener("load", goOn);
    element.addEventListener("error", goOn);
  });

  function look(root: Node & Partial<ParentNode>): void {
    const embeds: Element[] = [];
    // Of nodes without descendants there is nothing to find; other nodes than elements cannot be marked.
    for (const element of root.querySelectorAll ? [root, ...root.querySelectorAll<HTMLElement>(WAITING)] : []) {
      // A script that just ran may have taken it away, or let it go.
      if (!(element instanceof HTMLElement && element.isConnected && fits(element, WAITING))) continue;
      if (isGranted(element)) {
        if (!(element instanceof HTMLScriptElement && waits(element))) release(element);
      } else if (!seen.has(element)) {
        seen.add(element);
        if (!isGranted(element, everything)) note("unknown-purpose", element);
        else if (fits(element, SEEN) || (element.localName.includes("-") && fits(element, "[width],[height]")))
          embeds.push(element);
      }
    }
    if (embeds[0]) blocked(embeds);
  }

  const observer = new MutationObserver(
    guard((records: readonly MutationRecord[]) => {
      for (const { addedNodes } of records) addedNodes.forEach(look);
    }),
  );

  const takeBack = guard((element: Element) => {
    if (!(element instanceof HTMLElement)) return;
    seen.delete(element);
    putBack(element);
  });

  return {
    allow(next) {
      const free = document.querySelectorAll(`${MARKED}[data-granted]`);
      const before = [...new Set([...free, ...running])].filter((element) => isGranted(element));
      granted = { ...next, purposes: ["necessary", ...next.purposes] };
      const lost = before.filter((element) => !isGranted(element));
      lost.forEach(takeBack);
      left = [...left.filter((element) => !isGranted(element)), ...lost.filter((one) => running.has(one))];
      const namesOf = (kind: keyof Permissions): string[] => [...new Set(left.flatMap((one) => missing(one)[kind]))];
      const withdrawn = { purposes: namesOf("purposes"), services: namesOf("services") };
      if (JSON.stringify(withdrawn) !== JSON.stringify(told)) stuck(withdrawn);
      told = withdrawn;
      look(document);
      observer.observe(document, { childList: true, subtree: true });
    },
    once(element) {
      const before = granted;
      granted = everything;
      look(element);
      granted = before;
    },
    purposeOf: find,
    missing: (element) => missing(element),
  };
}

/** Not the element's own method: the fields of a form can stand in for it. */
function fits(element: Element, selector: string): boolean {
  return Element.prototype.matches.call(element, selector);
}
