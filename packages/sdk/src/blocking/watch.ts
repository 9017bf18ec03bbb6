/** Finds the page's marked elements, now and when they come, and lets each go once its purpose is granted. */
import type { Purpose } from "@ghostlight/rules";
import { createGuard, type Guard } from "../env/guard.ts";
import type { Reporter } from "../env/report.ts";
import { letGo } from "./apply.ts";
import { purposeOf } from "./decide.ts";

export interface BlockingHost {
  /** The purposes that may be granted, `necessary` among them where elements may be marked with it. */
  readonly purposes: readonly Purpose[];
  /** The purpose of each service, by the service's id. */
  readonly services: Readonly<Record<string, Purpose>>;
  /** Hears once of each element that stays blocked and would be seen. */
  readonly blocked: (elements: readonly Element[]) => void;
  readonly guard: Guard;
  readonly note: Reporter["note"];
}

export interface Blocking {
  /** The purposes granted from here on, beside `necessary`. Call it at the start: nothing is looked at before. */
  readonly allow: (granted: readonly Purpose[]) => void;
  /** Lets this element and what is marked inside it go, whatever is granted. */
  readonly once: (element: Element) => void;
  readonly purposeOf: (element: Element) => Purpose | undefined;
  /** Of which purposes scripts or frames were let go in this page. */
  readonly ran: () => readonly Purpose[];
}

const MARKED = ":is([data-purpose],[data-service]):not([data-granted])";

export function createBlocking({ purposes, services, blocked, guard, note }: BlockingHost): Blocking {
  let granted: readonly Purpose[] = [];
  /** Whether a script is loading that the following ones have to wait for. */
  let held = false;
  const seen = new WeakSet<Element>();
  const ran: Purpose[] = [];

  const find = (element: Element): Purpose | undefined => purposeOf((element as HTMLElement).dataset, services);

  const goOn = guard(() => {
    held = false;
    look(document);
  });

  // A policy of the page may refuse one element; the others go on.
  const release = createGuard(
    note,
    "not-activated",
  )((element: HTMLElement, purpose: Purpose) => {
    const waits = letGo(element);
    if (element.matches("script,iframe,object,embed")) ran.push(purpose);
    if (!waits) return;
    held = true;
    element.addEventListener("load", goOn);
    element.addEventListener("error", goOn);
  });

  function look(root: Node & Partial<ParentNode>): void {
    const embeds: Element[] = [];
    // Of nodes without descendants there is nothing to find; other nodes than elements cannot be marked.
    for (const element of root.querySelectorAll ? [root, ...root.querySelectorAll<HTMLElement>(MARKED)] : []) {
      // A script that just ran may have taken it away, or let it go. The fields of a form can stand in for its methods.
      if (!(element instanceof HTMLElement && element.isConnected && Element.prototype.matches.call(element, MARKED)))
        continue;
      const purpose = find(element) ?? "";
      if (granted.includes(purpose)) {
        if (!held || element.localName !== "script") release(element, purpose);
      } else if (!seen.has(element)) {
        seen.add(element);
        if (!purposes.includes(purpose)) note("unknown-purpose", element);
        else if ("height" in element) embeds.push(element);
      }
    }
    if (embeds[0]) blocked(embeds);
  }

  const observer = new MutationObserver(
    guard((records: readonly MutationRecord[]) => {
      for (const { addedNodes } of records) addedNodes.forEach(look);
    }),
  );

  return {
    allow(next) {
      granted = ["necessary", ...next];
      look(document);
      observer.observe(document, { childList: true, subtree: true });
    },
    once(element) {
      const before = granted;
      granted = purposes;
      look(element);
      granted = before;
    },
    purposeOf: find,
    ran: () => ran,
  };
}
