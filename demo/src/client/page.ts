/** What the client needs to know of the page it is on. */
import type { Language } from "../catalogue/catalogue.ts";
import type { Where } from "../events/commerce.ts";

export const language = (): Language => (document.documentElement.lang === "it" ? "it" : "en");

export const where = (): Where => ({ origin: location.origin, language: language() });

/** An element that the built page is known to have. */
export const need = <E extends Element = HTMLElement>(selector: string, within: ParentNode = document): E => {
  const element = within.querySelector<E>(selector);
  if (!element) throw new Error(`The page has no ${selector}`);
  return element;
};

/** A fresh copy of the first element of a template. */
export const cloneOf = (id: string): HTMLElement => {
  const copy = need<HTMLTemplateElement>(`#${id}`).content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`The template ${id} is empty`);
  return copy;
};
