/** One expression tells what may have to be cleaned: it never misses what would be, and leaves ordinary events alone. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { redactorOf } from "./redactor.ts";
import { value } from "./values.ts";

const SITES: readonly object[] = [
  {},
  {
    keys: ["loyalty_card_number", "session_key", "numéro client", "顧客番号", "x2"],
    keep: ["sessionId", "reset", "Ticket", "pin"],
  },
  { emails: false },
  { tokens: false },
  { cards: false },
  { emails: false, tokens: false },
  { emails: false, cards: false, tokens: false },
];

describe("what was not suspected stays as it is", () => {
  test.each(SITES.map((site) => [JSON.stringify(site), site] as const))("where the site says %s", (_, site) => {
    const { clean, isSuspect } = redactorOf(site);
    let cleaned = 0;
    fc.assert(
      fc.property(value, fc.boolean(), (one, keepsAddresses) => {
        const json = JSON.stringify(one);
        if (JSON.stringify(clean(one, keepsAddresses)) === json) return;
        cleaned++;
        expect([json, isSuspect(one)]).toEqual([json, true]);
      }),
      { numRuns: 5_000 },
    );
    // Else the values say nothing.
    expect(cleaned).toBeGreaterThan(500);
  });
});

/** What chance finds seldom: JSON or an address writes otherwise what makes these secret. */
const HIDDEN: readonly object[] = [
  { "api\ncode": 1 },
  { "private\u0001key": 1 },
  { 'password"x': 1 },
  { 'x"password': 1 },
  { "password?": 1 },
  { "?a&password": 1 },
  { "a=password": 1 },
  { "\\password": 1 },
  { "token\u2028a": 1 },
  { "my token\nb": 1 },
  ["\ncode=zq"],
  ["\u0001code=zq"],
  ["\ud800=zq"],
  ["a[token]=zq"],
  ["?tok%65n=zq&%74oken%3Dzq"],
  ["a%20code/abcdefghij0123456789"],
  ["caff%C3%A8code/abcdefghij0123456789"],
  ["4111\n1111\n1111\n1111"],
  ["4111\v1111\v1111\v1111"],
  ["4111\u00a01111\u00a01111\u00a01111"],
  ["4111%201111%A01111%201111"],
  ["\n4111111111111111"],
  ["\u00014111111111111111"],
  ["_4111111111111111"],
  ["%204111111111111111"],
  ["caff%C3%A84111111111111111"],
  ['://"@d'],
  ["a%u0040d.example"],
];

test.each(HIDDEN.map((one) => [JSON.stringify(one), one] as const))("is suspected and cleaned: %s", (json, one) => {
  const { clean, isSuspect } = redactorOf();
  expect(JSON.stringify(clean(one))).not.toBe(json);
  expect(isSuspect(one)).toBe(true);
});

const ORDINARY: readonly (readonly [about: string, value: object])[] = [
  [
    "a product",
    { product_id: "sku-123", sku: "G-32", name: "Shopping bag", category: "Bags", price: 49.9, currency: "EUR" },
  ],
  [
    "its place",
    { position: 3, list_id: "recommended-1", coupon: "SUMMER", quantity: 2, variant: "Black / 42", brand: "Ünique" },
  ],
  [
    "an order",
    { order_id: "50314b8e9bcf000000000000", total: 1027.5, shipping: 3, tax: 0.1 + 0.2, discount: 59.330000000000005 },
  ],
  [
    "what is in it",
    { products: [{ productId: "507f1f77bcf86cd799439011", image_url: "https://shop.example/i/pass-bag_2.png" }] },
  ],
  [
    "a view",
    { path: "/shoes/red-boots", title: "Red boots | Shop", url: "https://shop.example/shoes/red-boots", search: "" },
  ],
  ["a referrer", { referrer: "https://www.google.com/", hash: "#reviews" }],
  [
    "a campaign",
    {
      search:
        "?utm_source=news&utm_medium=email&utm_campaign=spring_sale&gclid=EAIaIQobChMI0q7x4sLk_QIVBc53Ch1RrQ3oEAAYASAAEgKfyPD_BwE",
    },
  ],
  ["a query in plain words", { search: "?q=red+boots&utm_campaign=spring+sale&r=caffe" }],
  ["a slug with a word of ours", { url: "https://shop.example/secret-garden/password-book?utm_source=news#token" }],
  ["a title with some", { title: "Reset your password: how a token works | Ski pass, enamel pin and secret code" }],
  [
    "names that are alike",
    { passengers: 2, passport: true, author: "B. Author", keywords: ["pin"], shipping_method: "DHL" },
  ],
  ["times", { at: "2026-11-21T09:30:15.250Z", on: "2026-11-21 09:30:15", ms: 1795293326391, us: 1795293326391000 }],
  ["days", { from: "20261121", days: "2026-11-21/2026-11-28", stamp: "20261121093015", german: "21.11.2026 09:30:15" }],
  ["UUIDs", { cart_id: "123e4567-e89b-42d3-a456-426614174000", checkout_id: "9f8b1c3e-5d2a-4c7b-8e6f-1a2b3c4d5e6f" }],
  ["barcodes", { ean: "8005125000012", gtin: 5901234123457, upc: "036000291452", isbn: "978-3-16-148410-0" }],
  ["long numbers", { shopify: 7982301184229, variant: 44123456789012, device: "356938035643809123456", amount: 1e21 }],
  ["numbers in lists", { sizes: [36, 37, 38, 39, 40, 41, 42, 43, 44], prices: [49.9, 39.5, 1999], yes: [true, null] }],
  ["handles and per cent", { url: "https://video.example/@shop", text: "20% off & 10 % more, 100%" }],
  ["lines and quotes", { text: 'A 15" screen,\n\t1 year\nof "care"\\', size: "24\" x 2'" }],
  ["nothing", {}],
];

describe("is not suspected", () => {
  const { isSuspect } = redactorOf();
  test.each(ORDINARY)("%s", (_, ordinary) => {
    expect(isSuspect(ordinary)).toBe(false);
    expect(isSuspect({ type: "track", event: "Product Viewed", properties: ordinary, options: {} })).toBe(false);
  });
});

test("what a site lets travel is no longer suspected", () => {
  const isSuspect = (one: unknown, redact: object) => redactorOf(redact).isSuspect([one]);
  const card = { a: "4111 1111 1111 1111" };
  expect([isSuspect(card, {}), isSuspect(card, { cards: false })]).toEqual([true, false]);
  const address = { a: "j@d.example" };
  expect([isSuspect(address, {}), isSuspect(address, { emails: false })]).toEqual([true, false]);
  const login = "https://j:p@d.example";
  expect([isSuspect(login, { emails: false }), isSuspect(login, { emails: false, tokens: false })]).toEqual([
    true,
    false,
  ]);
  expect([isSuspect("eyJh.b", {}), isSuspect("eyJh.b", { tokens: false })]).toEqual([true, false]);
  expect([isSuspect("?ticket=1", {}), isSuspect("?ticket=1", { keep: ["Ticket"] })]).toEqual([true, false]);
});
