/** The checkout: checks the form in the visitor's language and places the order, once. */
import { type Cart, emptyCart } from "../cart/cart.ts";
import { productById } from "../catalogue/catalogue.ts";
import { linesText } from "../checkout/order-lines.ts";
import { newOrderNumber } from "../checkout/order-number.ts";
import { faultOf } from "../checkout/validate.ts";
import { orderProperties } from "../events/commerce.ts";
import { money } from "../texts/format.ts";
import { readCart, writeCart } from "./cart-store.ts";
import { tell } from "./ghostlight.ts";
import { cloneOf, language, need, where } from "./page.ts";
import { showSums, showWhich } from "./sums.ts";

const drawLines = (cart: Cart): void => {
  const rows = cart.lines.flatMap(({ id, quantity }) => {
    const product = productById(id);
    if (!product) return [];
    const row = cloneOf("checkout-line");
    need('[data-line="name"]', row).textContent = quantity > 1 ? `${product.name} × ${quantity}` : product.name;
    need('[data-line="price"]', row).textContent = money(product.price * quantity, language());
    return [row];
  });
  need("[data-cart-lines]").replaceChildren(...rows);
};

/** Shows or clears the message of one field; true when the field is good. */
const check = (field: HTMLInputElement): boolean => {
  const fault = faultOf(field.name, field.value);
  need(`[data-error-of="${field.name}"]`).textContent = fault ? (field.dataset[fault] ?? "") : "";
  if (fault) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
  return !fault;
};

const place = (cart: Cart): void => {
  const order = newOrderNumber(crypto.getRandomValues(new Uint8Array(6)));
  tell(["track", "Order Completed", { order_id: order, ...orderProperties(cart, where()) }]);
  writeCart(emptyCart);
  const query = new URLSearchParams({ order, lamps: linesText(cart.lines) });
  location.assign(`${need("[data-cart-full]").dataset.thanks}?${query}`);
};

const startForm = (): void => {
  const form = need<HTMLFormElement>("[data-checkout]");
  const fields = [...form.querySelectorAll("input")];
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const wrong = fields.filter((field) => !check(field));
    const cart = readCart();
    if (wrong[0]) wrong[0].focus();
    else if (cart.lines.length > 0) place(cart);
    else showWhich(cart);
  });
  // A message goes as soon as what it asks for is there; new ones wait for the button.
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.getAttribute("aria-invalid")) check(target);
  });
  need("[data-sample-fill]").addEventListener("click", () => {
    for (const field of fields) {
      field.value = field.dataset.sample ?? "";
      check(field);
    }
  });
};

export const startCheckoutPage = (): void => {
  const cart = readCart();
  showWhich(cart);
  showSums(cart);
  drawLines(cart);
  startForm();
  if (cart.lines.length > 0) tell(["track", "Checkout Started", orderProperties(cart, where())]);
};
