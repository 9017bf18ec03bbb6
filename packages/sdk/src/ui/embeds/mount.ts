/** Puts a placeholder where an embed is blocked, and takes it away when the embed is let go. */
import type { EmbedsPart, Purpose } from "@ghostlight/rules";
import type { Permissions } from "../../consent/consent.ts";
import { isOwnAddress } from "../../env/address.ts";
import type { Guard } from "../../env/guard.ts";
import type { Reporter } from "../../env/report.ts";
import { urlOf } from "../../env/url.ts";
import { css } from "./embeds.css";
import { type Fit, fitTo, UNMEASURED } from "./fit.ts";

/** What the placeholders are given: functions, never the client. */
export interface EmbedsHost {
  readonly elements: readonly Element[];
  /** Lets this one go, this time. */
  readonly once: (element: Element) => void;
  /** Grants these for good. */
  readonly always: (permissions: Permissions) => void;
  /** What lets this one go for good: the service that it names, where that can be answered for itself. */
  readonly wanted: (element: Element) => Permissions;
  readonly purposeOf: (element: Element) => Purpose | undefined;
  readonly guard: Guard;
  readonly note: Reporter["note"];
}

/**
 * Returns what takes all of them away. Elements that nobody would see get none, unless they ask for one with
 * `data-placeholder`. `data-poster` is the address of a picture behind it, on the page's own origin: another one would
 * learn of the visit before the visitor agreed.
 */
export function mountEmbeds(part: EmbedsPart, host: EmbedsHost): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const removers = host.elements.map((element) => replace(element, part, host, sheet));
  return () => {
    for (const remove of removers) remove?.();
  };
}

function replace(element: Element, part: EmbedsPart, host: EmbedsHost, sheet: CSSStyleSheet): (() => void) | undefined {
  const purpose = host.purposeOf(element);
  if (!(element instanceof HTMLElement) || purpose === undefined || isFree(element)) return undefined;
  const place = placeOf(element);
  if (!place) return undefined;
  const placeholder = build(element, purpose, part, host, [sheet, place]);
  const { style } = element;
  const [before, priority] = [style.getPropertyValue("display"), style.getPropertyPriority("display")];
  element.before(placeholder);
  style.setProperty("display", "none", "important");

  const remove = (): void => {
    observer.disconnect();
    const held = placeholder.contains(document.activeElement);
    placeholder.remove();
    style.setProperty("display", before, priority);
    if (held && element.isConnected) element.focus();
  };
  const observer = new MutationObserver(
    host.guard(() => {
      if (isFree(element) || !element.isConnected) remove();
      else if (placeholder.nextSibling !== element) element.before(placeholder);
    }),
  );
  observer.observe(element, { attributeFilter: ["data-granted"] });
  // The page may move or remove it.
  if (element.parentNode) observer.observe(element.parentNode, { childList: true });
  return remove;
}

/** It may have been let go while this script came. */
function isFree(element: Element): boolean {
  return element.hasAttribute("data-granted") || !element.isConnected;
}

function placeOf(element: HTMLElement): CSSStyleSheet | undefined {
  const style = getComputedStyle(element);
  if (style.display === "none" || style.visibility === "hidden") return undefined;
  const frame = style.position === "absolute" ? element.offsetParent : element.parentElement;
  const inside = frame && getComputedStyle(frame);
  const padding =
    inside && style.position !== "absolute" ? length(inside.paddingLeft) + length(inside.paddingRight) : 0;
  // A picture without an address may have no size of its own yet.
  const own = (side: "width" | "height", drawn: number): number => drawn || length(element.getAttribute(side) ?? "");
  const fit = fitTo({
    width: own("width", element.offsetWidth),
    height: own("height", element.offsetHeight),
    around: { width: (frame?.clientWidth ?? 0) - padding, height: frame?.clientHeight ?? 0 },
    ratio: style.aspectRatio,
    position: style.position,
  });
  const isWanted = element.hasAttribute("data-placeholder");
  if (!fit && !isWanted) return undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host{${declare({ ...layoutOf(style), ...(fit ?? UNMEASURED) })}}`);
  return sheet;
}

/** What puts a box into its place, beside its size. */
function layoutOf(style: CSSStyleDeclaration): Fit {
  const copied = [
    "position",
    "top",
    "left",
    "float",
    "margin",
    "grid-area",
    "flex",
    "order",
    "vertical-align",
    "z-index",
  ];
  const display = style.display === "inline" ? "inline-block" : style.display;
  return { ...Object.fromEntries(copied.map((name) => [name, style.getPropertyValue(name)])), display };
}

function declare(fit: Fit): string {
  return Object.entries(fit)
    .map(([name, value]) => `${name}:${value} !important`)
    .join(";");
}

function length(text: string): number {
  return Number.parseFloat(text) || 0;
}

function build(
  element: HTMLElement,
  purpose: Purpose,
  part: EmbedsPart,
  host: EmbedsHost,
  sheets: CSSStyleSheet[],
): HTMLElement {
  const { language, direction, theme, texts, purposes, services } = part;
  const names = {
    service: services[element.dataset.service ?? ""] ?? nameOf(element),
    purpose: purposes[purpose] ?? purpose,
  };
  const fill = (text: string, by: typeof names = names): string =>
    text.replace(/\{(service|purpose)\}/g, (_, key: keyof typeof names) => by[key]);
  const wanted = host.wanted(element);
  const named = [
    ...wanted.purposes.map((id) => purposes[id] ?? id),
    ...wanted.services.map((id) => services[id] ?? id),
  ];
  const always = fill(wanted.purposes.length ? texts.always : texts.alwaysService, {
    ...names,
    purpose: named.join(", "),
  });
  const placeholder = make("div", { role: "group", "aria-label": fill(texts.title), lang: language, dir: direction });
  for (const [name, value] of Object.entries(theme)) {
    placeholder.style.setProperty(name.replace(/^--(gl-)?/, "--gl-"), value);
  }
  const button = (text: string, run: () => void): HTMLElement => {
    const made = make("button", { slot: "actions", type: "button" }, text);
    made.addEventListener("click", host.guard(run));
    return made;
  };
  placeholder.append(
    make("p", { slot: "title" }, fill(texts.title)),
    make("p", { slot: "body" }, fill(texts.body)),
    button(fill(texts.once), () => host.once(element)),
    button(always, () => host.always(wanted)),
  );
  const root = placeholder.attachShadow({ mode: "open" });
  const { poster } = element.dataset;
  const isOwn = poster !== undefined && isOwnAddress(poster);
  if (poster && !isOwn) host.note("foreign-poster", poster);
  root.append(frame(isOwn ? poster : undefined));
  root.adoptedStyleSheets = sheets;
  return placeholder;
}

/** Static: no text lies here, so that assistive tools and extensions find all of it in the page. */
function frame(poster: string | undefined): HTMLElement {
  const actions = make("div", { class: "actions" });
  actions.append(make("slot", { name: "actions" }));
  const box = make("div", { class: "box" });
  box.append(make("slot", { name: "title" }), make("slot", { name: "body" }), actions);
  const around = make("div", { class: "frame" });
  if (poster) around.append(make("img", { class: "poster", alt: "", src: poster }));
  around.append(box);
  return around;
}

/** Of an embed without a service: what the page calls it, else where it comes from. */
function nameOf({ title, dataset }: HTMLElement): string {
  const address = dataset.src ?? dataset.data ?? "";
  return title || (urlOf(address, location.href)?.hostname ?? address);
}

function make(tag: string, attributes: Readonly<Record<string, string>>, text = ""): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(text);
  return element;
}
