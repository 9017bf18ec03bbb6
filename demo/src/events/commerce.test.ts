/** Checks names and values of what the shop tells Ghostlight. */
import { describe, expect, it } from "vitest";
import { catalogue } from "../catalogue/catalogue.ts";
import { cartProducts, listProperties, orderProperties, pathOf, productProperties } from "./commerce.ts";

const where = { origin: "http://localhost:8787", language: "it" } as const;
const [first, second] = catalogue;

describe("a lamp in an event", () => {
  it("carries the names of the e-commerce specification", () => {
    expect(first && productProperties(first, where)).toEqual({
      product_id: "lan-01",
      sku: "LAN-T-340",
      name: "Boccadasse",
      category: "table",
      brand: "Lanterna",
      price: 340,
      url: "http://localhost:8787/it/lamps/boccadasse.html",
      image_url: "http://localhost:8787/img/boccadasse.svg",
    });
  });

  it("has its page under the language", () => {
    expect(second && [pathOf(second, "en"), pathOf(second, "it")]).toEqual([
      "/lamps/nervi.html",
      "/it/lamps/nervi.html",
    ]);
  });

  it("is numbered from 1 in a list", () => {
    expect(listProperties(catalogue, where).map(({ position }) => position)).toEqual(catalogue.map((_, n) => n + 1));
  });
});

describe("a cart in an event", () => {
  const cart = {
    lines: [
      { id: "lan-02", quantity: 2 },
      { id: "gone", quantity: 1 },
    ],
    code: "ACCESA",
  };

  it("lists what is sold, with quantity and position", () => {
    expect(cartProducts(cart, where)).toEqual([
      expect.objectContaining({ product_id: "lan-02", quantity: 2, position: 1, price: 420 }),
    ]);
  });

  it("carries the money of an order, and the code", () => {
    expect(orderProperties(cart, where)).toMatchObject({
      currency: "EUR",
      total: 840,
      revenue: 688.52,
      shipping: 0,
      tax: 151.48,
      coupon: "ACCESA",
    });
  });

  it("has no coupon without a code", () => {
    expect(orderProperties({ lines: [{ id: "lan-01", quantity: 1 }] }, where)).not.toHaveProperty("coupon");
  });
});
