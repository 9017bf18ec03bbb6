/** Puts the first layer on the page and takes it off again. */
import type { BannerPart } from "@ghostlight/rules";
import { onParsed } from "../env/page.ts";
import { watchAnswers } from "./audit/watch.ts";
import { css } from "./banner.css";
import { createDialog } from "./dialog/mount.ts";
import type { BannerHost } from "./host.ts";
import { BANNER_LAYOUT, type Box } from "./layout.ts";
import { BODY_ID, type Leaf, leavesOf, purposeLeaves, TITLE_ID } from "./leaves.ts";
import { holdPage } from "./modal/apply.ts";

export type { BannerHost } from "./host.ts";

/** The data of the first layer, and the style sheet of the layout that this site uses; a box needs none. */
export interface BannerScript extends BannerPart {
  readonly bar?: string;
  readonly modal?: string;
}

/** ms that a page which changes without end is left alone, or one that takes the dialog out each time. */
const LULL = 50;

/**
 * Shows the dialog; returns what removes it and gives the focus back. Built by hand: what it shows changes in one place
 * only, and with preact it took 10 ms more of a slow phone and 4 kB more of everybody's first visit.
 */
export function mountBanner(site: BannerScript, host: BannerHost): () => void {
  const before = document.activeElement;
  const modal = site.layout === "modal";
  let element: HTMLElement | undefined;
  let release: (() => void) | undefined;
  let isGone = false;
  const observer = new MutationObserver(() => {
    observer.disconnect();
    setTimeout(host.guard(show), LULL);
  });
  /** Again where the page took another body, as Turbo and htmx have it do: that would take the question along. */
  function show(): void {
    if (isGone) return;
    observer.observe(document, { childList: true, subtree: true });
    if (element?.isConnected) return;
    element ??= create();
    release?.();
    document.body.prepend(element);
    if (modal) release = holdPage(element);
    // Not the dialog itself: a host that can have the focus takes its slotted buttons out of the order of Tab.
    if (host.focus || modal) element.querySelector<HTMLElement>(`#${TITLE_ID}`)?.focus();
  }
  function create(): HTMLElement {
    const dialog = createBanner(site, host);
    // Without a theme of its own there is nothing that could weigh one answer down.
    if (Object.keys(site.theme)[0]) watchAnswers(dialog, host.guard, () => host.audit(dialog));
    return dialog;
  }
  // Made no sooner: as the body opens, it is in the page's first frame, which then comes 40 ms later on a slow phone, where
  // the dialog gains 10 of these; a bar that scrolls the page and comes with its end moves what lies at the other edge (seen
  // in 12 of 40); and a modal would not hold what comes after it.
  onParsed(host.guard(show));
  return () => {
    isGone = true;
    const held = element?.contains(document.activeElement);
    release?.();
    release = undefined;
    element?.remove();
    if (held && before instanceof HTMLElement) before.focus();
  };
}

function createBanner(site: BannerScript, { answered, asked, gpc, guard, ...host }: BannerHost): HTMLElement {
  const part = { ...site, purposes: site.purposes.filter(({ id }) => asked.includes(id)) };
  // The host is told what to do, not by which event.
  const [answer, choose, close] = [guard(host.answer), guard(() => host.choose()), guard(() => host.close())];
  const element = createDialog({ ...part, title: TITLE_ID, css: css + (site.bar ?? site.modal ?? ""), close });
  element.setAttribute("aria-describedby", BODY_ID);
  element.setAttribute("data-layout", site.layout);
  if (site.layout === "modal") element.setAttribute("aria-modal", "true");
  element.shadowRoot?.append(...BANNER_LAYOUT.map(build));
  /** Not before somebody wants to see them: a third of all nodes. */
  let list: readonly HTMLElement[] | undefined;
  const toggle = (): void => {
    const open = element.toggleAttribute("data-open");
    element.querySelector("[slot=more]")?.setAttribute("aria-expanded", `${open}`);
    list ??= purposeLeaves(part).map(grow);
    if (open) element.querySelector("[slot=names]")?.after(...list);
    else for (const item of list) item.remove();
  };
  element.append(...leavesOf({ part, answered, gpc, toggle, answer, choose, close }).map(grow));
  return element;
}

function build({ tag, name, role, children = [] }: Box): HTMLElement {
  const element = document.createElement(tag);
  element.setAttribute(tag === "slot" ? "name" : "class", name);
  if (role) element.setAttribute("role", role);
  element.append(...children.map(build));
  return element;
}

function grow({ tag, slot, text = "", name, attributes, press }: Leaf): HTMLElement {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries({ slot, ...attributes })) element.setAttribute(key, value);
  if (name) {
    const strong = document.createElement("strong");
    strong.textContent = name;
    // By the object model, which strict policies leave alone.
    strong.style.cssText = "font-weight: 600 !important; color: var(--ink) !important";
    element.append(strong);
  }
  element.append(text);
  if (press) element.addEventListener("click", press);
  return element;
}
