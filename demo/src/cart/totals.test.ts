/** Checks what carts cost, to the cent. */
import { describe, expect, it } from "vitest";
import { catalogue } from "../catalogue/catalogue.ts";
import { type Cart, emptyCart } from "./cart.ts";
import { totalsOf } from "./totals.ts";

const albaro: Cart = { lines: [{ id: "lan-03", quantity: 1 }] };

describe("totals", () => {
  it("are nothing for an empty cart", () => {
    expect(totalsOf(emptyCart)).toEqual({ count: 0, goods: 0, delivery: 0, total: 0, tax: 0, shipping: 0, revenue: 0 });
  });

  it("add delivery below 400 euros", () => {
    expect(totalsOf(albaro)).toEqual({
      count: 1,
      goods: 265,
      delivery: 14,
      total: 279,
      shipping: 11.48,
      revenue: 217.21,
      tax: 50.31,
    });
  });

  it("leave delivery out from 400 euros on", () => {
    expect(totalsOf({ lines: [{ id: "lan-03", quantity: 2 }] })).toMatchObject({ count: 2, goods: 530, delivery: 0 });
  });

  it("leave delivery out with the code", () => {
    expect(totalsOf({ ...albaro, code: "ACCESA" })).toMatchObject({ delivery: 0, shipping: 0, total: 265 });
  });

  it("split every total without losing a cent", () => {
    for (const { id } of catalogue) {
      for (const quantity of [1, 2, 3, 7]) {
        const { total, tax, shipping, revenue } = totalsOf({ lines: [{ id, quantity }] });
        expect(Math.round((tax + shipping + revenue) * 100)).toBe(Math.round(total * 100));
      }
    }
  });
});
