// @ts-check
/** The least that a script tag does to ask: the same sentences in the same look, once there is a body. Its answers do nothing. */
import { ASK, ASK_STYLE } from "../ask.mjs";

/** Shows it, unless there is a cookie of who answered. */
export function ask() {
  if (document.cookie.includes("bare=")) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ASK_STYLE);
  document.adoptedStyleSheets.push(sheet);
  const dialog = grow(ASK);
  const show = () => document.body.append(dialog);
  if (document.body) show();
  else document.addEventListener("readystatechange", show, { once: true });
}

/** @param {import("../ask.mjs").Grown} grown @returns {HTMLElement} */
function grow([tag, attributes, ...children]) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.map((child) => (typeof child === "string" ? child : grow(child))));
  return element;
}
