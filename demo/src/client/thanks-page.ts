/** The thanks page: shows the order's number from the address. It tells Ghostlight nothing; the checkout did. */
import { parseOrderNumber } from "../checkout/order-number.ts";
import { need } from "./page.ts";

export const startThanksPage = (): void => {
  const order = parseOrderNumber(new URLSearchParams(location.search).get("order"));
  if (!order) return;
  need("[data-order-number]").textContent = order;
  need("[data-order]").hidden = false;
  need("[data-order-none]").hidden = true;
};
