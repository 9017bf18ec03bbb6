/** Checks that numbers of orders come back as they went out, and that nothing else does. */
import { describe, expect, it } from "vitest";
import { newOrderNumber, parseOrderNumber } from "./order-number.ts";

describe("an order's number", () => {
  it("has a sign for each byte", () => {
    expect(newOrderNumber(new Uint8Array([0, 1, 29, 30, 59, 255]))).toBe("LN-23Z2ZJ");
  });

  it("is recognised, whatever the bytes", () => {
    for (let byte = 0; byte < 256; byte++) {
      const number = newOrderNumber(new Uint8Array(6).fill(byte));
      expect(parseOrderNumber(number)).toBe(number);
    }
  });

  it.each([null, "", "LN-", "LN-12345", "ln-7kq2ma", "LN-7KQ2MAX", "<b>LN-7KQ2MA", "LN-7KQ2MA\n"])(
    "is not recognised in %j",
    (text) => {
      expect(parseOrderNumber(text)).toBeUndefined();
    },
  );
});
