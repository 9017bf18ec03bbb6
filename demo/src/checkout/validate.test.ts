/** Checks what the checkout lets through. */
import { describe, expect, it } from "vitest";
import { faultOf } from "./validate.ts";

describe("a field of the checkout", () => {
  it.each(["name", "email", "street", "postcode", "city"])("%s must be there", (field) => {
    expect(faultOf(field, "")).toBe("missing");
    expect(faultOf(field, "  ")).toBe("missing");
  });

  it("takes any name, street and town", () => {
    expect(faultOf("name", "Ø")).toBeUndefined();
    expect(faultOf("street", "Vico 7")).toBeUndefined();
    expect(faultOf("city", "Ge")).toBeUndefined();
  });

  it.each(["ada@example.com", " ada.l+x@mail.example.co.uk ", "è@città.it"])(
    "takes %s as an e-mail address",
    (value) => {
      expect(faultOf("email", value)).toBeUndefined();
    },
  );

  it.each(["ada", "ada@", "@example.com", "ada@example", "ada@example..com", "a b@example.com", "a@b@c.it"])(
    "does not take %s as an e-mail address",
    (value) => {
      expect(faultOf("email", value)).toBe("invalid");
    },
  );

  it.each(["16126", "D02 AF30", "1011 AB", "1010"])("takes %s as a postcode", (value) => {
    expect(faultOf("postcode", value)).toBeUndefined();
  });

  it.each(["1", "161", "-1234", "123456789", "16_26"])("does not take %s as a postcode", (value) => {
    expect(faultOf("postcode", value)).toBe("invalid");
  });
});
