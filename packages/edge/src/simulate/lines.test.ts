/** Lines of a stream, wherever it is cut. */
import { expect, test } from "vitest";
import { readLines } from "./lines.ts";

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function linesOf(text: string, size: number, longest?: number) {
  const found: (readonly [number, string | undefined])[] = [];
  let bytes = 0;
  for await (const piece of readLines(cut(Buffer.from(text), size), longest)) {
    bytes += piece.bytes;
    for (const line of piece.lines) found.push([line.number, line.text]);
  }
  expect(bytes).toBe(Buffer.byteLength(text));
  return found;
}

const sizes = [1, 2, 3, 7, 1000];

test.each(sizes)("are the same in pieces of %i bytes", async (size) => {
  const text = '\uFEFFfirst\r\n\nè "☃" 😀\nlast';
  expect(await linesOf(text, size)).toEqual([
    [1, "first"],
    [2, ""],
    [3, 'è "☃" 😀'],
    [4, "last"],
  ]);
});

test("an end at the end begins no line", async () => {
  expect(await linesOf("a\n", 5)).toEqual([[1, "a"]]);
  expect(await linesOf("", 5)).toEqual([]);
});

test.each(sizes)("one that is too long is not held, and the next is right: pieces of %i", async (size) => {
  expect(await linesOf(`12345\n${"x".repeat(50)}\n123456\nab`, size, 5)).toEqual([
    [1, "12345"],
    [2, undefined],
    [3, undefined],
    [4, "ab"],
  ]);
});
