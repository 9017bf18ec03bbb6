/** Shows what a cart costs in the summary of the page. */
import type { Cart } from "../cart/cart.ts";
import { totalsOf } from "../cart/totals.ts";
import { money } from "../texts/format.ts";
import { language, need } from "./page.ts";

/** Shows either the cart or the words for an empty one. */
export const showWhich = (cart: Cart): void => {
  const empty = cart.lines.length === 0;
  need("[data-cart-empty]").hidden = !empty;
  need("[data-cart-full]").hidden = empty;
};

export const showSums = (cart: Cart): void => {
  const totals = totalsOf(cart);
  for (const name of ["goods", "delivery", "total", "tax"] as const) {
    const cell = need(`[data-sum="${name}"]`);
    const free = name === "delivery" && totals.delivery === 0;
    cell.textContent = free ? (cell.dataset.free ?? "") : money(totals[name], language());
  }
};
