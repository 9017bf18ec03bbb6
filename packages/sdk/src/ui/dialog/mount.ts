/** The element that both layers live in: named, themed, with a root for the frame, closed by Escape. */
import type { Theme } from "@ghostlight/rules";
import { css as common } from "../dialog.css";

interface Dialog {
  readonly language: string;
  readonly direction: string;
  readonly theme: Theme;
  /** Id of the heading that names it. */
  readonly title: string;
  /** Style sheet of the layer. */
  readonly css: string;
  readonly close: () => void;
}

export function createDialog({ language, direction, theme, title, css, close }: Dialog): HTMLElement {
  const element = document.createElement("div");
  const attributes = { role: "dialog", lang: language, dir: direction, "aria-labelledby": title };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  for (const [name, value] of Object.entries(theme)) element.style.setProperty(name, value);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(common + css);
  element.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  return element;
}
