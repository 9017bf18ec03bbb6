/** The page about delivery: works out what a lamp costs at somebody's door. */
import { add, emptyCart } from "../cart/cart.ts";
import { totalsOf } from "../cart/totals.ts";
import { productById } from "../catalogue/catalogue.ts";
import { cartProducts, currency } from "../events/commerce.ts";
import { fill, money } from "../texts/format.ts";
import { tell } from "./ghostlight.ts";
import { language, need, where } from "./page.ts";

export const startDeliveryPage = (): void => {
  const form = need<HTMLFormElement>("[data-estimate]");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const lamp = productById(need<HTMLSelectElement>("#lamp", form).value);
    if (!lamp) return;
    const cart = add(emptyCart, lamp.id, Number(need<HTMLSelectElement>("#count", form).value));
    const { goods, delivery, total } = totalsOf(cart);
    const says = need("[data-estimate-says]");
    says.textContent = fill(says.dataset.estimateSays ?? "", {
      lamps: money(goods, language()),
      delivery: delivery === 0 ? (says.dataset.free ?? "") : money(delivery, language()),
      total: money(total, language()),
    });
    tell(["track", "Price Simulator Used", { products: cartProducts(cart, where()), total, currency }]);
  });
};
