/** Checks that an order comes back from an address, and that an address is never trusted. */
import { describe, expect, it } from "vitest";
import { emptyCart, mostOfOne } from "../cart/cart.ts";
import { linesText, parseLines } from "./order-lines.ts";

describe("the lines of an order in an address", () => {
  const lines = [
    { id: "lan-03", quantity: 2 },
    { id: "lan-01", quantity: 1 },
  ];

  it("come back as they were", () => {
    expect(linesText(lines)).toBe("lan-03*2,lan-01*1");
    expect(parseLines(linesText(lines))).toEqual({ lines });
  });

  it.each([null, "", "lan-01", "gone*1", "lan-01*0", "lan-01*-3", "lan-01*x", ",,"])("are none in %s", (text) => {
    expect(parseLines(text)).toEqual(emptyCart);
  });

  it.each(["x", "-1"])("keep what is good of a lamp beside a quantity of %s", (quantity) => {
    expect(parseLines(`lan-01*2,lan-01*${quantity}`).lines).toEqual([{ id: "lan-01", quantity: 2 }]);
  });

  it("are at most so many of one lamp", () => {
    expect(parseLines("lan-01*40").lines).toEqual([{ id: "lan-01", quantity: mostOfOne }]);
  });
});
