/**
 * The thanks page: shows the order's number from the address, and orders the same again. It tells Ghostlight nothing of
 * the order; the checkout did.
 */
import { add } from "../cart/cart.ts";
import { parseLines } from "../checkout/order-lines.ts";
import { parseOrderNumber } from "../checkout/order-number.ts";
import { cartProducts, currency } from "../events/commerce.ts";
import { readCart, writeCart } from "./cart-store.ts";
import { tell } from "./ghostlight.ts";
import { need, where } from "./page.ts";

const startAgain = (text: string | null): void => {
  const again = parseLines(text);
  if (again.lines.length === 0) return;
  const button = need("[data-order-again]");
  button.hidden = false;
  button.addEventListener("click", () => {
    writeCart(again.lines.reduce((cart, { id, quantity }) => add(cart, id, quantity), readCart()));
    for (const product of cartProducts(again, where())) tell(["track", "Product Added", { ...product, currency }]);
    location.assign(button.dataset.checkout ?? "/");
  });
};

export const startThanksPage = (): void => {
  const query = new URLSearchParams(location.search);
  const order = parseOrderNumber(query.get("order"));
  if (!order) return;
  need("[data-order-number]").textContent = order;
  need("[data-order]").hidden = false;
  need("[data-order-none]").hidden = true;
  startAgain(query.get("lamps"));
};
