/** The page of one lamp: its switch, and putting it in the cart. */
import { add } from "../cart/cart.ts";
import { productById } from "../catalogue/catalogue.ts";
import { currency, productProperties } from "../events/commerce.ts";
import { readCart, writeCart } from "./cart-store.ts";
import { tell } from "./ghostlight.ts";
import { need, where } from "./page.ts";

const startSwitch = (): void => {
  const button = need("[data-switch]");
  const picture = need("[data-light]");
  button.hidden = false;
  button.addEventListener("click", () => {
    const on = picture.dataset.light !== "on";
    picture.dataset.light = on ? "on" : "off";
    need("[data-switch-label]").textContent = (on ? button.dataset.off : button.dataset.on) ?? "";
  });
};

const startBuying = (id: string): void => {
  const form = need<HTMLFormElement>("[data-buy]");
  const product = productById(id);
  if (!product) return;
  tell(["track", "Product Viewed", { ...productProperties(product, where()), quantity: 1, currency }]);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const quantity = Number(new FormData(form).get("quantity"));
    writeCart(add(readCart(), id, quantity));
    tell(["track", "Product Added", { ...productProperties(product, where()), quantity, currency }]);
    const says = need("[data-added]");
    says.textContent = says.dataset.added ?? "";
    need("[data-added-link]").hidden = false;
  });
};

export const startProductPage = (): void => {
  startSwitch();
  startBuying(need("[data-product]").dataset.product ?? "");
};
