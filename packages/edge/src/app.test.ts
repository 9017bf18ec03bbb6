/** The edge as a whole: what answers where, and what it refuses to start with. */
import { expect, test } from "vitest";
import { ARTEFACTS, edge, site } from "../test/fixture.ts";
import { createApp, openSqliteStore, packNode } from "./index.ts";

const fault = async (answer: Response) => {
  const body = (await answer.json()) as { error: { code: string } };
  return [answer.status, body.error.code];
};

test("says that it is well", async () => {
  const answer = await edge().app.request("/health");
  expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
  expect(answer.headers.get("Cache-Control")).toBe("no-store");
  expect((await edge().app.request("/health", { method: "HEAD" })).status).toBe(200);
});

test.each([
  ["GET", "/", 404, "not_found"],
  ["GET", "/nothing", 404, "not_found"],
  ["POST", "/nothing", 404, "not_found"],
  ["GET", "/g", 404, "not_found"],
  ["GET", "/g/shop/x/y/z.js", 404, "not_found"],
  ["GET", "/g/%2e%2e/secret", 404, "not_found"],
  ["GET", "/g/shop/e", 405, "method_not_allowed"],
  ["GET", "/g/other/e", 404, "unknown_site"],
  ["GET", "/.well-known/gpc.json", 404, "not_found"],
  ["POST", "/health", 405, "method_not_allowed"],
  ["POST", "/g/shop.js", 405, "method_not_allowed"],
  ["PATCH", "/g/shop/e", 405, "method_not_allowed"],
])("%s %s is %i %s", async (method, path, status, code) => {
  expect(await fault(await edge().app.request(path, { method }))).toEqual([status, code]);
});

test("serves several sites, each by its id", async () => {
  const { app } = edge({ sites: [site(), site({ site: "blog", languages: ["it"] })] });
  expect(await (await app.request("/g/shop.js")).text()).toContain('site:"shop"');
  expect(await (await app.request("/g/blog.js")).text()).toContain('site:"blog"');
});

test("packs what several sites share once", () => {
  const packed: string[] = [];
  const pack = (text: string) => {
    packed.push(text);
    return packNode(text);
  };
  const artefacts = { ...ARTEFACTS, maps: { engine: '{"version":3}' } };
  edge({ sites: [site(), site({ site: "blog" })], artefacts, pack, countryHeader: "X-Country" });
  expect(packed.filter((text) => text === artefacts.maps.engine)).toHaveLength(1);
  expect(new Set(packed).size).toBe(packed.length);
});

test("two sites of one id are refused", () => {
  expect(() => edge({ sites: [site(), site()] })).toThrow("the same site id");
});

test("a failure anywhere is answered and logged once", async () => {
  const lines: string[] = [];
  const { app } = edge({
    pages: () => Promise.reject(new TypeError("a path of a visitor")),
    log: (line) => lines.push(line),
  });
  expect(await fault(await app.request("/page?email=a@b.c"))).toEqual([500, "internal"]);
  expect(lines.join()).toMatch(/^GET \/page failed: TypeError\n/);
  expect(lines.join()).not.toMatch(/visitor|a@b\.c/);
});

test("the library has what it takes to build an edge", () => {
  expect([createApp, openSqliteStore, packNode].every((one) => typeof one === "function")).toBe(true);
});
