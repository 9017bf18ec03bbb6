/** What a cart costs. Prices include Italian value added tax, so the tax is a part of the total, not on top of it. */
import { productById } from "../catalogue/catalogue.ts";
import { type Cart, freeDeliveryCode } from "./cart.ts";

/** Euros with at most two decimals. `revenue + net delivery + tax` is the `total`. */
export interface Totals {
  readonly count: number;
  /** The lamps alone, tax included. */
  readonly goods: number;
  /** Delivery, tax included. */
  readonly delivery: number;
  readonly total: number;
  /** The tax inside the total. */
  readonly tax: number;
  /** Delivery without its tax. */
  readonly shipping: number;
  /** The lamps without delivery and without tax. */
  readonly revenue: number;
}

export const deliveryPrice = 14;
export const freeDeliveryFrom = 400;
const taxRate = 0.22;

const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** Free from €400 of lamps and with the code; nothing to deliver costs nothing. */
const deliveryOf = (cart: Cart, goods: number): number =>
  goods === 0 || goods >= freeDeliveryFrom || cart.code === freeDeliveryCode ? 0 : deliveryPrice;

export const totalsOf = (cart: Cart): Totals => {
  const count = cart.lines.reduce((sum, line) => sum + line.quantity, 0);
  const goods = cents(cart.lines.reduce((sum, line) => sum + (productById(line.id)?.price ?? 0) * line.quantity, 0));
  const delivery = deliveryOf(cart, goods);
  const total = cents(goods + delivery);
  const shipping = cents(delivery / (1 + taxRate));
  const revenue = cents(goods / (1 + taxRate));
  return { count, goods, delivery, total, shipping, revenue, tax: cents(total - shipping - revenue) };
};
