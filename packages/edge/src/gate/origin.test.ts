/** Who may send to a site. */
import { expect, test } from "vitest";
import { decideOrigin, type Sender } from "./origin.ts";

const origins = ["https://shop.example", "https://www.shop.example:8443"];
const decide = (sender: Partial<Sender>) =>
  decideOrigin({ origin: null, referer: null, fetchSite: null, host: "edge.example", ...sender }, origins);

test.each([
  ["an origin of the site", { origin: "https://shop.example" }, "https://shop.example"],
  ["one with a port", { origin: "https://www.shop.example:8443" }, "https://www.shop.example:8443"],
  ["the edge's own", { origin: "http://edge.example" }, "http://edge.example"],
  ["the edge's own behind TLS", { origin: "https://edge.example" }, "https://edge.example"],
  ["the edge's own with a port", { origin: "http://localhost:8787", host: "localhost:8787" }, "http://localhost:8787"],
])("allows %s, and answers to it", (_, sender, cors) => {
  expect(decide(sender)).toEqual({ ok: true, cors });
});

test.each([
  ["a page of the site by its Referer", { referer: "https://shop.example/shoes?size=42#top" }],
  ["a page of the edge by its Referer", { referer: "http://edge.example/" }],
  ["what the browser calls same-origin, where it hides the origin", { origin: "null", fetchSite: "same-origin" }],
  ["what the browser calls same-origin, without an origin", { fetchSite: "same-origin" }],
])("allows %s", (_, sender) => {
  expect(decide(sender)).toEqual({ ok: true });
});

test.each([
  ["another site", { origin: "https://evil.example" }, "https://evil.example"],
  ["another scheme", { origin: "http://shop.example" }, "http://shop.example"],
  ["another port", { origin: "https://shop.example:444" }, "https://shop.example:444"],
  ["a part of a name", { origin: "https://shop.example.evil.example" }, "https://shop.example.evil.example"],
  ["a subdomain", { origin: "https://a.shop.example" }, "https://a.shop.example"],
  ["another port of the edge", { origin: "http://edge.example:1" }, "http://edge.example:1"],
  ["a hidden origin", { origin: "null" }, "null"],
  ["a hidden origin with a good Referer", { origin: "null", referer: "https://shop.example/" }, "null"],
  ["a sandboxed page beside the edge", { origin: "null", fetchSite: "same-site" }, "null"],
  [
    "another site with a good Referer",
    { origin: "https://evil.example", referer: "https://shop.example/" },
    "https://evil.example",
  ],
  [
    "a foreign origin that claims to be the same",
    { origin: "https://evil.example", fetchSite: "same-origin" },
    "https://evil.example",
  ],
  ["a foreign Referer", { referer: "https://evil.example/?https://shop.example/" }, "https://evil.example"],
  ["a Referer with a name in front", { referer: "https://shop.example@evil.example/" }, "https://evil.example"],
  ["no origin at all", {}, undefined],
  ["a Referer that is no address", { referer: "shop" }, undefined],
  ["a Referer without an origin", { referer: "about:blank" }, undefined],
  ["an empty origin", { origin: "" }, ""],
])("refuses %s", (_, sender, seen) => {
  expect(decide(sender)).toEqual({ ok: false, seen });
});
