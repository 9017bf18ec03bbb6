/** What is shown of what is published: swaps, refusals, and pages whose entry is of before. */
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { ARTEFACTS, entryOf, NOW, ORIGIN, temporaryFolder, temporaryStore } from "../../test/fixture.ts";
import { packNode } from "../serve/pack-node.ts";
import { openSqlitePublications } from "../store/publications-sqlite.ts";
import { createEdge, type EdgeOptions } from "./edge.ts";
import { followPublications } from "./published.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

function start(folder = temporaryFolder(), options: Partial<EdgeOptions> = {}) {
  const publications = openSqlitePublications(join(folder, "publications.db"));
  const store = temporaryStore();
  closing.push(publications.close, store.close);
  const edge = createEdge({
    artefacts: ARTEFACTS,
    pack: packNode,
    store,
    releases: publications,
    stale: true,
    now: () => NOW,
    ...options,
  });
  const log: string[] = [];
  const following = followPublications(publications, edge, (line) => log.push(line));
  const publish = (fields: Record<string, unknown> = {}, text?: string) => {
    const file = { site: "shop", origins: [ORIGIN], languages: ["en"], ...fields };
    const site = String(file.site);
    const draft = { site, file: text ?? JSON.stringify(file), at: NOW, version: "0.1.0", note: "" };
    return publications.publish([draft]);
  };
  const get = (path: string, headers = {}) => edge.fetch(new Request(`${ORIGIN}${path}`, { headers }));
  const revision = async () => entryOf(await (await get("/g/shop.js")).text()).revision;
  const chunk = async () => `/g/shop/${entryOf(await (await get("/g/shop.js")).text()).releases.en}/center.js`;
  return { folder, publications, store, edge, log, ...following, publish, get, revision, chunk };
}

test("shows nothing before something is published, and that from then on", async () => {
  const one = start();
  await one.look();
  expect((await one.get("/g/shop.js")).status).toBe(404);
  await one.publish({ revision: 1 });
  await one.look();
  expect([await one.revision(), one.log]).toEqual([1, ['site "shop": number 1 is shown']]);
  await one.publish({ site: "blog" });
  await one.look();
  expect([(await one.get("/g/blog.js")).status, await one.revision()]).toEqual([200, 1]);
  expect(await one.store.sites()).toEqual(["blog", "shop"]);
});

test("takes events for a site that came later", async () => {
  const one = start();
  await one.look();
  const request = () => new Request(`${ORIGIN}/g/shop/e`, { method: "POST", body: "{}", headers: { Origin: ORIGIN } });
  expect((await one.edge.fetch(request())).status).toBe(404);
  await one.publish();
  await one.look();
  expect((await one.edge.fetch(request())).status).toBe(400);
});

test("a chunk of an earlier release is still there, as it was, also after a restart with another build", async () => {
  const one = start();
  await one.publish({ policy: "https://shop.example/one" });
  await one.look();
  const path = await one.chunk();
  const before = await one.get(path);
  await one.publish({ policy: "https://shop.example/two" });
  await one.look();
  expect(await one.chunk()).not.toBe(path);
  const text = await before.text();
  expect(text).toContain("shop.example/one");
  const again = start(one.folder, { artefacts: { ...ARTEFACTS, center: `/**/${ARTEFACTS.center}` } });
  await again.look();
  expect(await again.chunk()).not.toBe(await one.chunk());
  for (const each of [one, again]) {
    const after = await each.get(path, { "Accept-Encoding": "identity" });
    expect([after.status, await after.text()]).toEqual([200, text]);
    for (const name of ["Cache-Control", "ETag", "Content-Type", "Vary", "Access-Control-Allow-Origin"]) {
      expect(after.headers.get(name), name).toBe(before.headers.get(name));
    }
  }
  expect((await one.get(path.replace("center", "other"))).status).toBe(404);
  const post = (to: string) => one.edge.fetch(new Request(`${ORIGIN}${to}`, { method: "POST" }));
  for (const to of [path, await one.chunk()]) {
    const refused = await post(to);
    expect([refused.status, refused.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
  }
  expect((await post(path.replace("center", "other"))).status).toBe(404);
});

test.each([
  ["that is no JSON", "{", "this is not JSON"],
  ["that is not right", '{"site":"shop"}', '"origins" is missing'],
  ["of another site", JSON.stringify({ site: "blog", origins: [ORIGIN] }), 'it is of a site "blog"'],
  [
    "of too many variants",
    JSON.stringify({
      site: "shop",
      origins: [ORIGIN],
      languages: Array.from({ length: 81 }, (_, index) => `en-x${10 + index}`),
    }),
    "81 languages are 2673 scripts",
  ],
])("a publication %s is named and not shown: the good one stays", async (_, text, reason) => {
  const one = start();
  await one.publish({ revision: 1 });
  await one.look();
  await one.publish({}, text);
  await one.look();
  await one.look();
  expect(await one.revision()).toBe(1);
  expect(one.log.slice(1)).toEqual([
    expect.stringContaining('site "shop", number 2 by version 0.1.0 does not fit this version: '),
    'site "shop": number 1 stays',
  ]);
  expect(one.log[1]).toContain(reason);
  await one.publish({ revision: 3 });
  await one.look();
  expect(await one.revision()).toBe(3);
});

test("one that this build cannot compose is passed over at a start, for the latest that it can", async () => {
  const one = start();
  await one.publish({ revision: 1 });
  await one.publish({ revision: 2 });
  await one.publish({}, "{");
  await one.look();
  expect([await one.revision(), one.log.at(-1)]).toEqual([2, 'site "shop": number 2 is shown']);
  const broken = start(one.folder, { artefacts: { ...ARTEFACTS, engine: "export{}" } });
  await broken.look();
  expect((await broken.get("/g/shop.js")).status).toBe(404);
  expect(broken.log.join("\n")).toMatch(/number 2 by .*build the project again(.|\n)*nothing that was published of it/);
});

test("a site at fault keeps none of the others back", async () => {
  const one = start();
  await one.publish({}, "{");
  await one.publish({ site: "blog" });
  await one.look();
  expect((await one.get("/g/blog.js")).status).toBe(200);
});

test("no answer mixes two publications: an entry's chunks are all of its own", async () => {
  const one = start();
  await one.publish({ policy: "https://shop.example/0" });
  await one.look();
  const seen = new Set<string>();
  let done = false;
  const reader = async () => {
    while (!done) {
      const entry = entryOf(await (await one.get("/g/shop.js")).text());
      const center = await (await one.get(`/g/shop/${entry.releases.en}/center.js`)).text();
      const banner = await (await one.get(`/g/shop/${entry.releases.en}/banner.js`)).text();
      const [of] = /shop\.example\/\d+/.exec(center) ?? [];
      expect(banner).toContain(String(of));
      seen.add(String(of));
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const readers = [reader(), reader(), reader()];
  for (let n = 1; n <= 10; n++) {
    await one.publish({ policy: `https://shop.example/${n}` });
    await one.look();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  done = true;
  await Promise.all(readers);
  expect(seen.size).toBe(11);
});

test("where a swap fails, what was shown stays, and it is tried again", async () => {
  const one = start();
  await one.publish({ revision: 1 });
  await one.look();
  await one.publish({ revision: 2 });
  const { enrol } = one.store;
  Object.assign(one.store, { enrol: () => Promise.reject(new Error("the disk is full")) });
  await expect(one.look()).rejects.toThrow("the disk is full");
  expect([await one.revision(), one.shown().map(({ number }) => number)]).toEqual([1, [1]]);
  expect(one.waiting().map(({ site, number }) => [site.site, number])).toEqual([["shop", 2]]);
  Object.assign(one.store, { enrol });
  await one.look();
  expect([await one.revision(), one.waiting()]).toEqual([2, []]);
});

test("while a swap fails and is tried again, what is at fault is told once for each publication", async () => {
  const one = start();
  await one.publish({ revision: 1 });
  await one.look();
  await one.publish({}, "{");
  await one.publish({ site: "blog" });
  await one.publish({ site: "news" }, "[");
  const { enrol } = one.store;
  Object.assign(one.store, { enrol: () => Promise.reject(new Error("the disk is full")) });
  const lookInVain = async () => {
    const before = one.log.length;
    for (let n = 0; n < 3; n++) await expect(one.look()).rejects.toThrow("the disk is full");
    return one.log.slice(before).map((line) => line.replace(/ by version(.|\n)*/, ""));
  };
  expect(await lookInVain()).toEqual([
    'site "news", number 1',
    'site "news": nothing that was published of it can be shown',
    'site "shop", number 2',
    'site "shop": number 1 stays',
  ]);
  await one.publish({}, "}");
  expect(await lookInVain()).toEqual(['site "shop", number 3', 'site "shop": number 1 stays']);
  Object.assign(one.store, { enrol });
  const { length } = one.log;
  await one.look();
  await one.look();
  expect(one.log.slice(length)).toEqual(['site "blog": number 1 is shown']);
});

test("a client that sends too much is not forgiven by a publication", async () => {
  const { createLimiter } = await import("../gate/limit.ts");
  const one = start(undefined, { limiter: createLimiter({ burst: 1, perSecond: 0.001 }) });
  await one.publish();
  await one.look();
  const send = async () => {
    const request = new Request(`${ORIGIN}/g/shop/e`, { method: "POST", body: "{}", headers: { Origin: ORIGIN } });
    return (await one.edge.fetch(request)).status;
  };
  expect([await send(), await send()]).toEqual([400, 429]);
  await one.publish({ revision: 2 });
  await one.look();
  expect(await send()).toBe(429);
});
