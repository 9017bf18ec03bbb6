/** Bodies of every kind, and how much of them is read. */
import { expect, test } from "vitest";
import { readBody } from "./body.ts";

const request = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request("http://edge.example/", { method: "POST", body, headers, duplex: "half" } as RequestInit);

/** A body in pieces of `bytes`, without end, that counts what was asked of it. */
function endless(bytes: number) {
  const asked = { pieces: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      asked.pieces++;
      controller.enqueue(new Uint8Array(bytes).fill(32));
    },
    cancel() {
      asked.cancelled = true;
    },
  });
  return { stream, asked };
}

test("reads up to the limit and no further", async () => {
  expect(await readBody(request("12345"), 5)).toEqual({ ok: true, text: "12345" });
  expect(await readBody(request("123456"), 5)).toEqual({ ok: false, reason: "too_large" });
  expect(await readBody(request("èè"), 3)).toEqual({ ok: false, reason: "too_large" });
});

test("believes a length that is too large, without reading", async () => {
  const { stream, asked } = endless(10);
  expect(await readBody(request(stream, { "Content-Length": "6" }), 5)).toEqual({ ok: false, reason: "too_large" });
  // A stream fills its queue of one by itself.
  expect(asked.pieces).toBeLessThanOrEqual(1);
});

test.each([{}, { "Content-Length": "1" }, { "Content-Length": "x" }])(
  "stops reading a body without end, whatever it claims (%j)",
  async (headers) => {
    const { stream, asked } = endless(1_000);
    expect(await readBody(request(stream, headers), 10_000)).toEqual({ ok: false, reason: "too_large" });
    expect(asked.pieces).toBeLessThanOrEqual(13);
    expect(asked.cancelled).toBe(true);
  },
);

test("puts letters together that were cut between pieces", async () => {
  const bytes = new TextEncoder().encode("è🏮");
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
      controller.close();
    },
  });
  expect(await readBody(request(stream), 100)).toEqual({ ok: true, text: "è🏮" });
});

test("takes no body for an empty one", async () => {
  expect(await readBody(request(null), 5)).toEqual({ ok: true, text: "" });
});

test.each([[[0xff]], [[0xc3]], [[0xed, 0xa0, 0x80]]])("bytes %j are not UTF-8", async (bytes) => {
  expect(await readBody(request(new Uint8Array(bytes)), 100)).toEqual({ ok: false, reason: "unreadable" });
});

test("a body of exact length is read at once, within the limit, and checked like any other", async () => {
  const sized = (body: Uint8Array<ArrayBuffer> | string, length = body.length) => {
    const sent = request(body, { "Content-Length": String(length) });
    // Reading it in pieces would be no fault that a result shows.
    return Object.defineProperty(sent, "body", {
      get: () => {
        throw new Error("read in pieces");
      },
    });
  };
  expect(await readBody(sized("12345"), 5, true)).toEqual({ ok: true, text: "12345" });
  expect(await readBody(sized("123456"), 5, true)).toEqual({ ok: false, reason: "too_large" });
  for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80]]) {
    expect(await readBody(sized(new Uint8Array(bytes)), 100, true)).toEqual({ ok: false, reason: "unreadable" });
  }
  // Nothing of a broken one is left over for the next.
  expect(await readBody(sized("è".repeat(2), 4), 100, true)).toEqual({ ok: true, text: "èè" });
});

test.each<Record<string, string>>([{}, { "Content-Length": "1", "Transfer-Encoding": "chunked" }])(
  "without a length that counts (%j) it is read in pieces, wherever lengths are exact",
  async (headers) => {
    const { stream, asked } = endless(1_000);
    expect(await readBody(request(stream, headers), 10_000, true)).toEqual({ ok: false, reason: "too_large" });
    expect(asked.cancelled).toBe(true);
  },
);

test("a client that goes away is not a failure", async () => {
  const stream = new ReadableStream({
    pull: (controller) => controller.error(new Error("gone")),
  });
  expect(await readBody(request(stream), 100)).toEqual({ ok: false, reason: "unreadable" });
});
