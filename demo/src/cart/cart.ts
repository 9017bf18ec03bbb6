/** The cart as a value: what is in it, and what becomes of it when something is added, changed or taken out. */
import { productById } from "../catalogue/catalogue.ts";

export interface Line {
  /** A product's id. */
  readonly id: string;
  readonly quantity: number;
}

export interface Cart {
  readonly lines: readonly Line[];
  /** A code that the visitor entered, or that came with a link. Only known codes are kept. */
  readonly code?: string;
}

export const emptyCart: Cart = { lines: [] };

/** The most of one lamp that somebody may order. */
export const mostOfOne = 9;

/** The code that makes delivery free. */
export const freeDeliveryCode = "ACCESA";

const clamp = (quantity: number): number => Math.min(mostOfOne, Math.max(0, Math.trunc(quantity)));

/** The quantity of a product, 0 when it is not in the cart. */
export const quantityOf = (cart: Cart, id: string): number => cart.lines.find((line) => line.id === id)?.quantity ?? 0;

/** Sets a quantity; 0 takes the product out. New products come last. */
export const setQuantity = (cart: Cart, id: string, quantity: number): Cart => {
  const wanted = clamp(quantity);
  const known = cart.lines.some((line) => line.id === id);
  const lines = known
    ? cart.lines.map((line) => (line.id === id ? { id, quantity: wanted } : line))
    : [...cart.lines, { id, quantity: wanted }];
  return { ...cart, lines: lines.filter((line) => line.quantity > 0) };
};

export const add = (cart: Cart, id: string, quantity: number): Cart =>
  setQuantity(cart, id, quantityOf(cart, id) + quantity);

/** The cart with the code, or undefined when nobody gave out such a code. */
export const withCode = (cart: Cart, entered: string): Cart | undefined =>
  entered.trim().toUpperCase() === freeDeliveryCode ? { ...cart, code: freeDeliveryCode } : undefined;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Reads a stored cart. Whatever is not a cart, or names lamps that are no longer sold, is left out. */
export const parseCart = (stored: string | null): Cart => {
  const value = parseJson(stored ?? "");
  if (!isRecord(value) || !Array.isArray(value.lines)) return emptyCart;
  const filled = value.lines.reduce<Cart>((cart, line: unknown) => {
    const fits = isRecord(line) && typeof line.id === "string" && typeof line.quantity === "number";
    return fits && productById(String(line.id)) ? setQuantity(cart, String(line.id), Number(line.quantity)) : cart;
  }, emptyCart);
  return (typeof value.code === "string" && withCode(filled, value.code)) || filled;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
