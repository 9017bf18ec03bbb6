/** Which requests count as one client. */
import { expect, test } from "vitest";
import { clientName } from "./client.ts";

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
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

test("a forwarded address counts behind a trusted proxy alone, and only the one it wrote itself", () => {
  expect(clientName("10.0.0.1", "198.51.100.9", false)).toBe("10.0.0.1");
  expect(clientName("10.0.0.1", "198.51.100.9", true)).toBe("198.51.100.9");
  expect(clientName("10.0.0.1", "1.2.3.4, 198.51.100.9", true)).toBe("198.51.100.9");
  expect(clientName("10.0.0.1", "[2001:db8::1]:4711", true)).toBe("2001:db8:0:0::/64");
  expect(clientName("10.0.0.1", null, true)).toBe("10.0.0.1");
  expect(clientName("10.0.0.1", " ", true)).toBe("10.0.0.1");
});
