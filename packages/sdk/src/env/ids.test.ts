import { afterEach, expect, test, vi } from "vitest";
import { createId } from "./ids.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => void vi.unstubAllGlobals());

test("is a UUID of version 4, another one each time", () => {
  const ids = Array.from({ length: 100 }, createId);
  for (const id of ids) expect(id).toMatch(UUID);
  expect(new Set(ids).size).toBe(100);
});

test("is one also on a page without TLS, where crypto.randomUUID is missing", () => {
  const id = "3f0c7c1e-9d63-4a3b-8a54-2f6de3f1f0aa";
  vi.stubGlobal("crypto", {});
  vi.stubGlobal("URL", { createObjectURL: () => `blob:http://shop.example/${id}` });
  expect(createId()).toBe(id);
});
