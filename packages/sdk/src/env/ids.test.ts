import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { createId, formatUuid } from "./ids.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => void vi.unstubAllGlobals());

test("is a UUID of version 4, another one each time", () => {
  const ids = Array.from({ length: 100 }, createId);
  for (const id of ids) expect(id).toMatch(UUID);
  expect(new Set(ids).size).toBe(100);
});

test("is one also on a page without TLS, where crypto.randomUUID is missing", () => {
  vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => bytes.fill(0xff) });
  expect(createId()).toBe("ffffffff-ffff-4fff-bfff-ffffffffffff");
});

test("keeps every random bit but the six of version and variant", () => {
  expect(formatUuid(Uint8Array.from({ length: 16 }, (_, index) => index))).toBe("00010203-0405-4607-8809-0a0b0c0d0e0f");
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const id = formatUuid(bytes);
      expect(id).toMatch(UUID);
      const read = Array.from(id.replaceAll("-", "").matchAll(/../g), ([pair]) => Number.parseInt(pair, 16));
      const mask = (byte: number, index: number) => (index === 6 ? byte & 15 : index === 8 ? byte & 63 : byte);
      expect(read.map(mask)).toEqual(Array.from(bytes, mask));
    }),
  );
});
