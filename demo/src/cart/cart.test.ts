/** Checks what becomes of a cart, and that a stored one is never trusted. */
import { describe, expect, it } from "vitest";
import { add, type Cart, emptyCart, mostOfOne, parseCart, quantityOf, setQuantity, withCode } from "./cart.ts";

const one: Cart = { lines: [{ id: "lan-01", quantity: 1 }] };

describe("a cart", () => {
  it("gains a lamp, and more of the same", () => {
    expect(add(emptyCart, "lan-01", 1)).toEqual(one);
    expect(add(one, "lan-01", 2)).toEqual({ lines: [{ id: "lan-01", quantity: 3 }] });
  });

  it("keeps the order in which lamps were added", () => {
    const two = add(one, "lan-05", 1);
    expect(add(two, "lan-01", 1).lines.map((line) => line.id)).toEqual(["lan-01", "lan-05"]);
  });

  it("loses a lamp at quantity 0 or below", () => {
    expect(setQuantity(one, "lan-01", 0)).toEqual(emptyCart);
    expect(setQuantity(one, "lan-01", -4)).toEqual(emptyCart);
  });

  it("holds at most so many of one lamp", () => {
    expect(quantityOf(add(one, "lan-01", 40), "lan-01")).toBe(mostOfOne);
  });

  it("says 0 for a lamp that is not in it", () => {
    expect(quantityOf(one, "lan-02")).toBe(0);
  });

  it("takes the code however it is typed, and no other", () => {
    expect(withCode(one, " accesa ")).toEqual({ ...one, code: "ACCESA" });
    expect(withCode(one, "SPENTA")).toBeUndefined();
  });

  it("keeps its code when a quantity changes", () => {
    expect(setQuantity({ ...one, code: "ACCESA" }, "lan-01", 2).code).toBe("ACCESA");
  });
});

describe("a stored cart", () => {
  it("comes back as it was", () => {
    const cart: Cart = { lines: [{ id: "lan-03", quantity: 2 }], code: "ACCESA" };
    expect(parseCart(JSON.stringify(cart))).toEqual(cart);
  });

  it.each([null, "", "{", "null", "[]", '{"lines":{}}', '{"lines":[null,3,"x"]}'])(
    "is empty when it is %s",
    (stored) => {
      expect(parseCart(stored)).toEqual(emptyCart);
    },
  );

  it("leaves out lamps that are not sold and quantities that are none", () => {
    const lines = [
      { id: "gone", quantity: 1 },
      { id: "lan-01", quantity: "2" },
      { id: "lan-02", quantity: 2.9 },
    ];
    expect(parseCart(JSON.stringify({ lines, code: "WRONG" }))).toEqual({ lines: [{ id: "lan-02", quantity: 2 }] });
  });
});
