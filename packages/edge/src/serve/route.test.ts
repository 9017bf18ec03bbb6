/** The answers for published files, field by field. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { describe, expect, test, vi } from "vitest";
import { ARTEFACTS, edge, entryOf, site } from "../../test/fixture.ts";

const map = '{"version":3}';
const { app } = edge({ artefacts: { ...ARTEFACTS, maps: { engine: map } } });
const entry = await (await app.request("/g/shop.js")).text();
const folder = `/g/shop/${entryOf(entry).releases.en}`;
const chunk = `${folder}/banner.js`;

test("the entry is revalidated, and kept by the browser alone", async () => {
  const answer = await app.request("/g/shop.js");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("text/javascript; charset=utf-8");
  expect(answer.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(answer.headers.get("Vary")).toBe("Accept-Encoding");
  expect(answer.headers.get("ETag")).toMatch(/^W\/"[0-9a-f]{12}"$/);
  expect(answer.headers.get("Content-Length")).toBe(String(entry.length));
});

test("a chunk may be kept for a year, by anybody, and loaded by any page as a module", async () => {
  const { headers } = await app.request(chunk);
  expect(headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("Access-Control-Allow-Origin")).toBe("*");
  expect(headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
  expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
});

test("a script with a map says in a header where it is", async () => {
  const engine = await app.request(`${folder}/engine.js`);
  const answer = await app.request(engine.headers.get("SourceMap") ?? "");
  expect([answer.status, await answer.text()]).toEqual([200, map]);
  expect((await app.request(chunk)).headers.has("SourceMap")).toBe(false);
});

test.each([
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
])("sends %s to who asks for it", async (encoding, unpack) => {
  const answer = await app.request("/g/shop.js", { headers: { "Accept-Encoding": encoding } });
  expect(answer.headers.get("Content-Encoding")).toBe(encoding);
  const body = Buffer.from(await answer.arrayBuffer());
  expect(answer.headers.get("Content-Length")).toBe(String(body.length));
  expect(unpack(body).toString()).toBe(entry);
});

test("answers 304 without a body to who has it", async () => {
  const etag = (await app.request("/g/shop.js")).headers.get("ETag") ?? "";
  const answer = await app.request("/g/shop.js", { headers: { "If-None-Match": etag } });
  expect(answer.status).toBe(304);
  expect(answer.headers.get("ETag")).toBe(etag);
  expect(await answer.text()).toBe("");
  expect((await app.request("/g/shop.js", { headers: { "If-None-Match": '"other"' } })).status).toBe(200);
});

describe("who has not chosen", () => {
  const own = { "Sec-Fetch-Site": "same-origin", "Accept-Language": "it-IT" };
  const chosen = { ...own, Cookie: "ghostlight=1.20513.analytics:1" };
  const get = (headers: Record<string, string>) => app.request("/g/shop.js", { headers });
  const tagOf = async (headers: Record<string, string>) => (await get(headers)).headers.get("ETag") ?? "";
  const dialogOf = async (headers: Record<string, string>) => {
    const { chunks, releases } = entryOf(await (await get(headers)).text());
    const [[place, dialog] = []] = Object.entries(chunks ?? {});
    return place && { place, of: releases.it, language: dialog?.start().language };
  };

  test("gets the dialog with the entry, in the language of the browser", async () => {
    const { it } = entryOf(entry).releases;
    expect(await dialogOf(own)).toEqual({ place: `${it}/banner`, of: it, language: "it" });
    expect(await dialogOf({ ...own, "Accept-Language": "fr" })).toMatchObject({ language: "en" });
  });

  test("and who has, or may have, gets the entry alone", async () => {
    for (const headers of [chosen, {}, { ...own, "Sec-Fetch-Site": "cross-site" }]) {
      expect(await dialogOf(headers)).toBeUndefined();
      expect(await tagOf(headers)).toBe(await tagOf({}));
    }
  });

  test("has what the browser has, whichever it is: each does for everybody", async () => {
    const [alone, italian, english] = await Promise.all([{}, own, { ...own, "Accept-Language": "en" }].map(tagOf));
    expect(new Set([alone, italian, english]).size).toBe(3);
    for (const tag of [alone, italian, english]) {
      for (const headers of [{}, own, chosen]) {
        const answer = await get({ ...headers, "If-None-Match": tag ?? "" });
        expect([answer.status, answer.headers.get("ETag")]).toEqual([304, tag]);
      }
    }
  });

  test("is told apart without a word to caches, none of which is shared", async () => {
    const { headers } = await get(own);
    expect([headers.get("Vary"), headers.get("Cache-Control")]).toEqual(["Accept-Encoding", "private, no-cache"]);
  });

  test("gets the dialog by itself where the site file wants it so", async () => {
    const { app } = edge({ sites: [site({ banner: { ahead: false } })] });
    const answer = await app.request("/g/shop.js", { headers: own });
    expect(entryOf(await answer.text()).chunks).toBeUndefined();
  });
});

test("the fields of a request are read where the app is told to", async () => {
  const etag = (await app.request("/g/shop.js")).headers.get("ETag");
  const told = new Map([["If-None-Match", etag]]);
  const { app: other } = edge({ fields: () => ({ get: (name) => told.get(name) ?? null }) });
  expect((await other.request("/g/shop.js")).status).toBe(304);
});

describe("a GET of a published path", () => {
  const plain = ["/g/shop.js", "/g/shop.json", chunk];
  const routed = ["/g/shop.js?x=1", "/g/%73hop.js", "/g/shop/e", "/health"];

  test("is not routed, whatever the address of the edge is; all else is", async () => {
    const { app } = edge();
    // The router makes itself ready with the first.
    await app.request("/health");
    const match = vi.spyOn(app.router, "match");
    for (const origin of ["http://e", "https://edge.example:8443"]) {
      match.mockClear();
      for (const path of plain) expect((await app.fetch(new Request(`${origin}${path}`))).status, path).toBe(200);
      expect(match).not.toHaveBeenCalled();
      for (const path of routed) expect((await app.fetch(new Request(`${origin}${path}`))).status, path).not.toBe(404);
      expect(match).toHaveBeenCalledTimes(routed.length);
    }
  });

  test("answers the same as a part of another app, which routes it", async () => {
    const whole = new Hono().route("/", app);
    for (const path of plain) {
      const [one, other] = await Promise.all([app.request(path), whole.request(path)]);
      expect([...other.headers], path).toEqual([...one.headers]);
      expect(await other.text(), path).toBe(await one.text());
    }
  });

  test("that fails is answered as any other that does, and logged once", async () => {
    const lines: string[] = [];
    const broken = edge({
      log: (line) => lines.push(line),
      fields() {
        throw new Error("no fields");
      },
    }).app;
    for (let times = 0; times < 3; times++) expect((await broken.request("/g/shop.js")).status).toBe(500);
    expect(lines).toEqual([expect.stringContaining("GET /g/shop.js failed")]);
  });
});

test("HEAD is GET without the body", async () => {
  const answer = await app.request(chunk, { method: "HEAD" });
  expect(answer.status).toBe(200);
  expect(Number(answer.headers.get("Content-Length"))).toBeGreaterThan(0);
  expect(await answer.text()).toBe("");
});

test("the compiled site is JSON by language", async () => {
  const answer = await app.request("/g/shop.json");
  expect(answer.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
  expect(Object.keys((await answer.json()) as object)).toEqual(["en", "it"]);
});

describe("the law in force", () => {
  const regimes = { US: "notice", "US-CA": "opt-out", CH: "opt-in" };
  const { app } = edge({ sites: [site({ regimes })], countryHeader: "CF-IPCountry" });
  const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
  const regimeOf = async (answer: Response) => entryOf(await answer.text()).regime;

  test.each([
    [{ "CF-IPCountry": "US" }, "notice"],
    [{ "CF-IPCountry": "US", "CF-Region-Code": "CA" }, "opt-out"],
    [{ "CF-IPCountry": "CH" }, "opt-in"],
    [{ "CF-IPCountry": "XX" }, "opt-in"],
    [{ "X-Country": "US" }, "opt-in"],
    [{}, "opt-in"],
  ])("for %j is %s", async (headers, regime) => {
    expect(await regimeOf(await get("/g/shop.js", headers))).toBe(regime);
  });

  test("makes variants of one address, each with its tag, for no shared cache", async () => {
    const [us, it] = [await get("/g/shop.js", { "CF-IPCountry": "US" }), await get("/g/shop.js")];
    expect(us.headers.get("ETag")).not.toBe(it.headers.get("ETag"));
    expect(us.headers.get("Vary")).toBe("Accept-Encoding, CF-IPCountry, CF-Region-Code");
    expect(us.headers.get("Cache-Control")).toBe("private, no-cache");
    const tag = { "If-None-Match": us.headers.get("ETag") ?? "" };
    expect((await get("/g/shop.js", { ...tag, "CF-IPCountry": "US" })).status).toBe(304);
    expect((await get("/g/shop.js", tag)).status).toBe(200);
  });

  test("tells where an address waits for its confirmation, in what the entry names", async () => {
    const asking = edge({ sites: [site({ channels: ["email"] })], countryHeader: "X-Country" }).app;
    const waits = async (country: string): Promise<unknown> => {
      const entry = await (await asking.request("/g/shop.js", { headers: { "X-Country": country } })).text();
      const center = await (await asking.request(`/g/shop/${entryOf(entry).releases.en}/center.js`)).text();
      expect(entry).not.toContain("doubleOptIn");
      return /doubleOptIn:(!\d)/.exec(center)?.[1];
    };
    expect(await Promise.all(["DE", "AT", "IT", "US", ""].map(waits))).toEqual(["!0", "!0", "!1", "!1", "!0"]);
  });

  test("leaves what is the same everywhere as it is", async () => {
    for (const path of [chunk, "/g/shop.json"]) {
      const answer = await get(path, { "CF-IPCountry": "US" });
      expect([answer.status, answer.headers.get("Vary")]).toEqual([200, "Accept-Encoding"]);
    }
  });

  test("is the strictest for everybody while no header is believed", async () => {
    const untold = edge({ sites: [site({ regimes })] }).app;
    const answer = await untold.request("/g/shop.js", { headers: { "CF-IPCountry": "US" } });
    expect(answer.headers.get("Vary")).toBe("Accept-Encoding");
    expect(await regimeOf(answer)).toBe("opt-in");
  });

  test("refuses other methods in every country", async () => {
    expect((await app.request("/g/shop.js", { method: "PUT", headers: { "CF-IPCountry": "US" } })).status).toBe(405);
  });
});

test("other methods and other files are refused", async () => {
  const wrong = await app.request("/g/shop.js", { method: "DELETE" });
  expect([wrong.status, wrong.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  for (const path of ["/g/other.js", "/g/shop/000000000000/banner.js", "/g/shop", "/g/", "/g/shop.js/"]) {
    const answer = await app.request(path);
    expect([answer.status, answer.headers.get("Cache-Control")], path).toEqual([404, "no-store"]);
    expect(await answer.json()).toMatchObject({ ok: false, error: { code: "not_found" } });
  }
});
