/** Which requests count as one client. */
import { expect, test } from "vitest";
import { clientName } from "./client.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["::FFFF:203.0.113.7", "203.0.113.7"],
  ["0:0:0:0:0:ffff:203.0.113.7", "203.0.113.7"],
  ["::ffff:cb00:7107", "203.0.113.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["", ""],
])("the connection of %s is %s", (address, name) => {
  expect(clientName(address, null, false)).toBe(name);
});

const PROXY = "10.0.0.1";

test.each([
  ["198.51.100.9", "198.51.100.9"],
  ["198.51.100.9:4711", "198.51.100.9"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["[2001:db8::1]", "2001:db8:0:0::/64"],
  ["[2001:db8::1]:4711", "2001:db8:0:0::/64"],
  ["2001:db8:1:2:3:4:5:6:4711", "2001:db8:1:2::/64"],
  ["::ffff:198.51.100.9", "198.51.100.9"],
  ["::ffff:198.51.100.9:4711", "198.51.100.9"],
  ["[::ffff:198.51.100.9]:4711", "198.51.100.9"],
  ["[::ffff:c633:6409]:4711", "198.51.100.9"],
  ["1.2.3.4, 198.51.100.9:4711", "198.51.100.9"],
])("a proxy that writes %s forwards for %s", (forwarded, name) => {
  expect(clientName(PROXY, forwarded, true)).toBe(name);
});

test.each([
  "",
  " ",
  ",",
  "unknown",
  "_hidden:4711",
  "198.51.100:4711",
  "1.2.3.4.5:4711",
  "face:4711",
  ":",
  "[]:4711",
  "shop.example:80",
])(
  "%j is no address: what such a proxy forwards counts as its own, else each word of it were somebody else",
  (forwarded) => {
    expect(clientName(PROXY, forwarded, true)).toBe(PROXY);
  },
);

test("what an app of one's own calls a connection, which may be no address, is left as it is", () => {
  expect(clientName("shop.example:80", null, false)).toBe("shop.example:80");
});

test("a forwarded address counts behind a trusted proxy alone, and only the one it wrote itself", () => {
  expect(clientName("10.0.0.1", "198.51.100.9", false)).toBe("10.0.0.1");
  expect(clientName("10.0.0.1", "198.51.100.9", true)).toBe("198.51.100.9");
  expect(clientName("10.0.0.1", "1.2.3.4, 198.51.100.9", true)).toBe("198.51.100.9");
  expect(clientName("10.0.0.1", "[2001:db8::1]:4711", true)).toBe("2001:db8:0:0::/64");
  expect(clientName("10.0.0.1", null, true)).toBe("10.0.0.1");
  expect(clientName("10.0.0.1", " ", true)).toBe("10.0.0.1");
});
