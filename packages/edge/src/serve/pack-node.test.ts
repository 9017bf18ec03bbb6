/** Packed forms: made late, made once, and each of the same text. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { packNode } from "./pack-node.ts";

const text = "light ".repeat(500);

test("each form unpacks to the text, and is smaller", () => {
  const { identity, br, gzip } = packNode(text).bodies;
  expect(new TextDecoder().decode(identity)).toBe(text);
  expect(brotliDecompressSync(br).toString()).toBe(text);
  expect(gunzipSync(gzip).toString()).toBe(text);
  expect(Math.max(br.length, gzip.length)).toBeLessThan(identity.length / 10);
});

test("a form is made once", () => {
  const { bodies } = packNode(text);
  expect(bodies.br).toBe(bodies.br);
  expect(bodies.gzip).toBe(bodies.gzip);
});

test("the hash changes with the text alone", () => {
  expect(packNode(text).hash).toMatch(/^[0-9a-f]{12}$/);
  expect(packNode(text).hash).toBe(packNode(text).hash);
  expect(packNode(`${text}.`).hash).not.toBe(packNode(text).hash);
});
