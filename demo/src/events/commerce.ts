/** Turns lamps and carts into the properties of the Segment e-commerce events (https://segment.com/docs/connections/spec/ecommerce/v2/). */
import type { Cart } from "../cart/cart.ts";
import { totalsOf } from "../cart/totals.ts";
import { type Category, type Language, type Product, pictureOf, productById } from "../catalogue/catalogue.ts";

export const currency = "EUR";

/** Where the shop is: events carry whole addresses, in the visitor's language. */
export interface Where {
  readonly origin: string;
  readonly language: Language;
}

export interface ProductProperties {
  readonly product_id: string;
  readonly sku: string;
  readonly name: string;
  readonly category: Category;
  readonly brand: string;
  /** Euros, of one piece. */
  readonly price: number;
  readonly url: string;
  readonly image_url: string;
  readonly quantity?: number;
  /** From 1. */
  readonly position?: number;
}

export interface OrderProperties {
  readonly products: readonly ProductProperties[];
  readonly currency: string;
  readonly total: number;
  readonly revenue: number;
  readonly shipping: number;
  readonly tax: number;
  readonly coupon?: string;
}

/** The path of a lamp's page. */
export const pathOf = (product: Product, language: Language): string =>
  `${language === "it" ? "/it" : ""}/lamps/${product.slug}.html`;

export const productProperties = (product: Product, where: Where): ProductProperties => ({
  product_id: product.id,
  sku: product.sku,
  name: product.name,
  category: product.category,
  brand: "Lanterna",
  price: product.price,
  url: where.origin + pathOf(product, where.language),
  image_url: where.origin + pictureOf(product),
});

/** A list of lamps, numbered from 1. */
export const listProperties = (products: readonly Product[], where: Where): readonly ProductProperties[] =>
  products.map((product, index) => ({ ...productProperties(product, where), position: index + 1 }));

export const cartProducts = (cart: Cart, where: Where): readonly ProductProperties[] =>
  cart.lines.flatMap(({ id, quantity }, index) => {
    const product = productById(id);
    return product ? [{ ...productProperties(product, where), quantity, position: index + 1 }] : [];
  });

export const orderProperties = (cart: Cart, where: Where): OrderProperties => {
  const { total, revenue, shipping, tax } = totalsOf(cart);
  return {
    products: cartProducts(cart, where),
    currency,
    total,
    revenue,
    shipping,
    tax,
    ...(cart.code ? { coupon: cart.code } : {}),
  };
};
