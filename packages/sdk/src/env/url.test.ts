import { afterEach, expect, test, vi } from "vitest";
import { urlOf } from "./url.ts";

afterEach(() => void vi.unstubAllGlobals());

/** As in Chrome 119. */
function withoutCanParse(): void {
  vi.stubGlobal("URL", Object.assign(class extends URL {}, { canParse: undefined, parse: undefined }));
}

test.each([
  ["https://shop.example/a", undefined, "shop.example"],
  ["/a", "https://shop.example/b", "shop.example"],
  ["data:,x", undefined, ""],
  ["/a", undefined, undefined],
  ["https://", undefined, undefined],
  ["", undefined, undefined],
])("%j from %j is of the host %j, in any of the stated browsers", (address, base, host) => {
  expect(urlOf(address, base)?.host).toBe(host);
  withoutCanParse();
  expect(urlOf(address, base)?.host).toBe(host);
});
