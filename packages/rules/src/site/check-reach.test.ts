import { describe, expect, test } from "vitest";
import { issuesWith, siteWith } from "../../test/site.ts";
import { CHANNELS } from "./reach-schema.ts";

const NO_DOMAIN = "this is not a domain of your own";
const DOMAIN = 'write it without scheme and port, such as "shop.example"';

describe("the domain of the choice", () => {
  test.each<[domain: string, origins: string[]]>([
    ["shop.example", ["https://shop.example"]],
    ["shop.example", ["https://shop.example", "https://www.shop.example:8443", "http://a.b.shop.example"]],
    ["www.shop.example", ["https://www.shop.example"]],
    ["my-shop.co.uk", ["https://my-shop.co.uk"]],
  ])("may be %s for %j", (domain, origins) => {
    expect(siteWith({ domain, origins }).domain).toBe(domain);
  });

  test.each<[domain: string, origins: string[], foreign: string]>([
    ["shop.example", ["https://shop.example", "https://other.example"], "https://other.example"],
    ["shop.example", ["https://workshop.example"], "https://workshop.example"],
    ["www.shop.example", ["https://www.shop.example", "https://shop.example:8443"], "https://shop.example:8443"],
    ["shop.example", ["http://localhost:8787"], "http://localhost:8787"],
  ])("may not be %s for %j", (domain, origins, foreign) => {
    expect(issuesWith({ domain, origins })).toEqual([
      {
        path: "domain",
        value: domain,
        message: `"${foreign}" does not belong to this domain`,
        mend: "write a domain that all origins share, or take it out",
      },
    ]);
  });

  test.each([
    "https://shop.example",
    "shop.example:443",
    "shop.example/",
    ".shop.example",
    "*.shop.example",
    "Shop.example",
    "localhost",
    "127.0.0.1",
    "shop.example; Path=/",
    "shop..example",
    "",
  ])("is never %j", (domain) => {
    expect(issuesWith({ domain })).toEqual([{ path: "domain", value: domain, message: NO_DOMAIN, mend: DOMAIN }]);
  });

  test.each(["co.uk", "com.br", "or.jp", "github.io", "vercel.app", "pages.dev", "myshopify.com"])(
    "is never %s, which is everybody's",
    (domain) => {
      expect(issuesWith({ domain, origins: [`https://shop.${domain}`] })).toEqual([
        {
          path: "domain",
          value: domain,
          message: "under this domain anybody may have a name, so browsers keep no cookie for it",
          mend: "write your own name too, or take it out",
        },
      ]);
      expect(issuesWith({ domain: `shop.${domain}`, origins: [`https://www.shop.${domain}`] })).toEqual([]);
    },
  );

  test("is a text", () => {
    expect(issuesWith({ domain: 1 })).toMatchObject([{ path: "domain", message: "a domain is a text" }]);
  });
});

describe("channels", () => {
  const known =
    'write one of "email", "email_tracking", "sms", "push", "phone", "post", "whatsapp", "onsite" or "display"';

  test("are kept in the order of the file", () => {
    const channels = [...CHANNELS].reverse();
    expect(siteWith({ channels }).channels).toEqual(channels);
  });

  test.each<[channels: unknown, path: string, value: unknown, message: string, mend: string]>([
    ["email", "channels", "email", "this is not a list of channels", 'write ["email", "sms"]'],
    [["email", "fax"], "channels.1", "fax", "this is not a channel", known],
    [[1], "channels.0", 1, "this is not a channel", known],
    [["sms", "sms"], "channels", ["sms", "sms"], "a channel is here twice", "name each channel once"],
  ])("%j are refused", (channels, path, value, message, mend) => {
    expect(issuesWith({ channels })).toEqual([{ path, value, message, mend }]);
  });
});

describe("topics", () => {
  const channels = ["email"];
  const topic = { name: { en: "News" } };

  test("need a channel", () => {
    expect(issuesWith({ channels, topics: { news: topic } })).toEqual([]);
    expect(issuesWith({ topics: { news: topic } })).toEqual([
      {
        path: "topics",
        value: { news: topic },
        message: "topics are asked with channels, and there are none",
        mend: 'add channels, such as "channels": ["email"], or take the topics out',
      },
    ]);
  });

  test.each<[topics: unknown, path: string, message: string]>([
    ["news", "topics", "this is not a set of topics"],
    [{ news: "News" }, "topics.news", "this is not a topic"],
    [{ news: { name: 1 } }, "topics.news.name", "this is not a text"],
    [{ news: {} }, "topics.news.name", '"name" is missing'],
    [{ "The News": topic }, "topics.The News", "a topic needs a plain id"],
  ])("%j are refused", (topics, path, message) => {
    expect(issuesWith({ channels, topics })).toMatchObject([{ path, message }]);
  });
});

test("whether data is sold for a purpose is true or false", () => {
  expect(issuesWith({ purposes: { analytics: { sale: true }, marketing: { sale: false } } })).toEqual([]);
  expect(issuesWith({ purposes: { analytics: { sale: 1 } } })).toMatchObject([
    { path: "purposes.analytics.sale", value: 1, message: "this is neither true nor false" },
  ]);
});
