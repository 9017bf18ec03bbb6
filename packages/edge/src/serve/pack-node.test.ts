/** Packed forms: made late, made once, and each of the same text. */
import { readFileSync } from "node:fs";
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

test("what was warmed is there at its smallest, also what is large, and whatever was asked for before", async () => {
  const schema = readFileSync(new URL("../../../rules/site.schema.json", import.meta.url), "utf8");
  const large = `${schema}${schema.toUpperCase()}`;
  for (const isAsked of [true, false]) {
    const packed = packNode(large);
    const quick = isAsked ? packed.bodies.br.length : Number.POSITIVE_INFINITY;
    await packed.warm?.();
    expect(packed.bodies.br.length).toBeLessThan(quick);
    expect(brotliDecompressSync(packed.bodies.br).toString()).toBe(large);
    expect(gunzipSync(packed.bodies.gzip).toString()).toBe(large);
  }
  const small = packNode(large.slice(0, 10_000));
  const { br } = small.bodies;
  await small.warm?.();
  expect(small.bodies.br).toBe(br);
});
