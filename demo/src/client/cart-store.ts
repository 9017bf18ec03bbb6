/** Keeps the cart in this browser, from the moment that something is in it. */
import { type Cart, parseCart } from "../cart/cart.ts";

const key = "lanterna.cart";

export const readCart = (): Cart => parseCart(localStorage.getItem(key));

/** An empty cart leaves nothing behind. */
export const writeCart = (cart: Cart): void => {
  if (cart.lines.length > 0) localStorage.setItem(key, JSON.stringify(cart));
  else localStorage.removeItem(key);
  showCount(cart);
};

/** Puts the number of lamps beside the word "Cart" in the header. */
export const showCount = (cart: Cart): void => {
  const count = cart.lines.reduce((sum, line) => sum + line.quantity, 0);
  for (const badge of document.querySelectorAll<HTMLElement>("[data-cart-count]")) {
    badge.textContent = String(count);
    badge.dataset.empty = String(count === 0);
  }
};

/** Calls back when another tab changed the cart. */
export const onOtherTab = (changed: () => void): void => {
  addEventListener("storage", (event) => {
    if (event.key === key) changed();
  });
};
