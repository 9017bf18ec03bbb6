/** Writes what was ordered into an address, so that the same can be ordered again: `lan-01*2,lan-05*1`. */
import { add, type Cart, emptyCart, type Line } from "../cart/cart.ts";
import { productById } from "../catalogue/catalogue.ts";

export const linesText = (lines: readonly Line[]): string =>
  lines.map(({ id, quantity }) => `${id}*${quantity}`).join(",");

/** Reads them back as a cart. What is not sold, or is no quantity, is left out: anybody can write an address. */
export const parseLines = (text: string | null): Cart =>
  (text ?? "").split(",").reduce<Cart>((cart, part) => {
    const [id = "", quantity] = part.split("*");
    return productById(id) && Number(quantity) > 0 ? add(cart, id, Number(quantity)) : cart;
  }, emptyCart);
