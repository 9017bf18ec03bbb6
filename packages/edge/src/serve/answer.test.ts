/** What is made ready once is right every time it is sent. */
import { expect, test, vi } from "vitest";
import { createAnswerer, respond } from "./answer.ts";
import { packNode } from "./pack-node.ts";

const file = { ...packNode("const a=1;"), type: "text/javascript", cache: "private, no-cache", map: "/g/_/a.map" };
const etag = `W/"${file.hash}"`;
const asked = (fields: Record<string, string> = {}) => new Headers(fields);

test("a file is packed at the first request for an encoding, and only then", () => {
  const pack = vi.fn(() => new Uint8Array(3));
  const bodies = Object.defineProperty({ ...file.bodies }, "br", { get: pack });
  const answer = createAnswerer({ ...file, bodies });
  answer(asked());
  answer(asked({ "If-None-Match": etag, "Accept-Encoding": "br" }));
  expect(pack).not.toHaveBeenCalled();
  const first = answer(asked({ "Accept-Encoding": "br" }));
  expect(answer(asked({ "Accept-Encoding": "gzip, br" }))).toBe(first);
  expect(pack).toHaveBeenCalledOnce();
  expect(first.headers["Content-Length"]).toBe("3");
});

test("a 304 says what a cache needs, and nothing of a body", () => {
  const { status, body, headers } = createAnswerer(file, ["X-Country"])(asked({ "If-None-Match": etag }));
  expect([status, body]).toEqual([304, null]);
  expect(headers).toEqual({
    "Cache-Control": "private, no-cache",
    ETag: etag,
    Vary: "Accept-Encoding, X-Country",
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
  });
});

test("cookies are of one answer alone, however many", () => {
  const ready = createAnswerer(file)(asked());
  const cookies = (...fields: string[]) => respond(ready, fields).headers.getSetCookie();
  expect(cookies("a=1; Path=/")).toEqual(["a=1; Path=/"]);
  expect(cookies("a=1", "b=2", "c=3")).toEqual(["a=1", "b=2", "c=3"]);
  expect(cookies()).toEqual([]);
  expect(respond(ready, ["a=1"]).headers.get("ETag")).toBe(etag);
});
