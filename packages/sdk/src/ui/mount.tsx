/** Puts the first layer on the page and takes it off again. */
import type { BannerPart } from "@ghostlight/rules";
import { render } from "preact";
import type { Guard } from "../env/guard.ts";
import { onParsed } from "../env/page.ts";
import { Banner, BODY_ID, TITLE_ID } from "./Banner.tsx";
import { css } from "./banner.css";
import { BANNER_LAYOUT, type Box } from "./layout.ts";

/** What the dialog is given: functions, never the client. */
export interface BannerHost {
  /** What was answered before; undefined: nothing. */
  readonly answered: boolean | undefined;
  /** Whether the visitor opened it: only then does the focus go there. */
  readonly focus: boolean;
  readonly guard: Guard;
  readonly answer: (yes: boolean) => void;
  /** Closes and leaves things as they are. */
  readonly close: () => void;
}

/** Shows the dialog; returns what removes it and gives the focus back. */
export function mountBanner(part: BannerPart, host: BannerHost): () => void {
  const before = document.activeElement;
  const element = createDialog(part);
  element.addEventListener(
    "keydown",
    host.guard((event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      // Leaving an unanswered question means no; a question asked again stays as it was answered.
      if (host.answered === undefined) host.answer(false);
      else host.close();
    }),
  );
  render(<Banner part={part} answered={host.answered} answer={host.guard(host.answer)} />, element);
  const show = (): void => {
    // Empty: removed before there was a body.
    if (!element.firstChild) return;
    document.body.prepend(element);
    // Not the dialog itself: a host that can have the focus takes its slotted buttons out of the order of Tab.
    if (host.focus) element.querySelector<HTMLElement>(`#${TITLE_ID}`)?.focus();
  };
  if (document.body) show();
  else onParsed(host.guard(show));
  return () => {
    const held = element.contains(document.activeElement);
    element.remove();
    render(null, element);
    if (held && before instanceof HTMLElement) before.focus();
  };
}

function createDialog({ language, direction }: BannerPart): HTMLElement {
  const element = document.createElement("div");
  const attributes = { role: "dialog", lang: language, dir: direction };
  const labels = { "aria-labelledby": TITLE_ID, "aria-describedby": BODY_ID };
  for (const [name, value] of Object.entries({ ...attributes, ...labels })) element.setAttribute(name, value);
  const root = element.attachShadow({ mode: "open" });
  root.append(...BANNER_LAYOUT.map(build));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return element;
}

function build({ tag, name, role, children = [] }: Box): HTMLElement {
  const element = document.createElement(tag);
  element.setAttribute(tag === "slot" ? "name" : "class", name);
  if (role) element.setAttribute("role", role);
  element.append(...children.map(build));
  return element;
}
