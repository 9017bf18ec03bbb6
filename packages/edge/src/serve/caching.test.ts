/** What each kind of file says to browsers and caches. */
import { describe, expect, test } from "vitest";
import { ARTEFACTS, edge, entryOf, NOW, site } from "../../test/fixture.ts";
import { lawsServed } from "../app.ts";
import { packNode } from "./pack-node.ts";
import { publishSite } from "./publish.ts";

const STALE = "private, max-age=0, stale-while-revalidate=86400";
const maps = { engine: "{}" };

function published(file: Record<string, unknown> = {}, countryHeader?: string) {
  const { app } = edge({
    sites: [site(file)],
    publish: (one, laws) => publishSite(one, { ...ARTEFACTS, maps }, packNode, laws, { stale: true }),
    ...(countryHeader && { countryHeader }),
  });
  const get = (path: string, headers = {}) => Promise.resolve(app.request(path, { headers }));
  const cache = async (path: string, headers = {}) => (await get(path, headers)).headers.get("Cache-Control");
  return { get, cache };
}

test("the entry is used at once and asked for behind that; chunks and maps stay for a year, for anybody", async () => {
  const { get, cache } = published();
  const entry = await get("/g/shop.js");
  const engine = await get(`/g/shop/${entryOf(await entry.text()).releases.en}/engine.js`);
  expect(entry.headers.get("Cache-Control")).toBe(STALE);
  expect(engine.headers.get("Cache-Control")).toBe("public, max-age=31536000, immutable");
  expect(await cache(engine.headers.get("SourceMap") ?? "")).toBe("public, max-age=31536000, immutable");
  expect(await cache("/g/shop.json")).toBe("private, no-cache");
  expect(await cache("/g/none.js")).toBe("no-store");
});

test("each has a tag, and whoever has it gets nothing again but what it says to caches", async () => {
  const { get } = published();
  const entry = await (await get("/g/shop.js")).text();
  const engine = `/g/shop/${entryOf(entry).releases.en}/engine.js`;
  for (const path of ["/g/shop.js", "/g/shop.json", engine]) {
    const first = await get(path);
    const tag = first.headers.get("ETag") ?? "";
    const second = await get(path, { "If-None-Match": tag });
    expect([tag.length, second.status, await second.text()], path).toEqual([16, 304, ""]);
    for (const name of ["Cache-Control", "Vary", "ETag"])
      expect(second.headers.get(name)).toBe(first.headers.get(name));
  }
});

test("a choice comes back with the entry, also with one that did not change, and no shared cache may keep it", async () => {
  const { get } = published();
  const tag = (await get("/g/shop.js")).headers.get("ETag") ?? "";
  const Cookie = `ghostlight=1.${Math.floor(NOW / 86_400_000)}.0.analytics:1.personalization:1`;
  // A browser that deletes what pages write.
  const safari = { "User-Agent": "AppleWebKit/605.1.15", Cookie };
  for (const headers of [safari, { ...safari, "If-None-Match": tag }]) {
    const answer = await get("/g/shop.js", headers);
    expect(answer.headers.getSetCookie()).toHaveLength(1);
    expect(answer.headers.get("Cache-Control")).toContain("private");
  }
});

describe("where the country is told", () => {
  const told = published({ regimes: { US: "opt-out", JP: "notice" }, channels: ["email"] }, "CF-IPCountry");

  test.each([
    ["DE", STALE],
    ["IT", STALE],
    ["", STALE],
    ["US", "private, no-cache"],
    ["JP", "private, no-cache"],
  ])("an entry for %j: %s", async (country, cache) => {
    const answer = await told.get("/g/shop.js", { "CF-IPCountry": country });
    expect(answer.headers.get("Cache-Control")).toBe(cache);
    expect(answer.headers.get("Vary")).toBe("Accept-Encoding, CF-IPCountry, CF-Region-Code");
  });
});

test("one law for all is kept, whichever it is: nobody can come from another", async () => {
  expect(await published({ regimes: { default: "notice" } }).cache("/g/shop.js")).toBe(STALE);
});

test("an entry of a file that is served as it is, is asked for each time", async () => {
  const answer = await edge().app.request("/g/shop.js");
  expect(answer.headers.get("Cache-Control")).toBe("private, no-cache");
  expect(lawsServed(site(), undefined)).toHaveLength(1);
});
