/** Every answer to a batch: status, body, header fields, and what the store holds afterwards. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  batch,
  edge,
  event,
  ids,
  NOW,
  ORIGIN,
  post,
  site,
  stored,
  temporaryFolder,
  temporaryStore,
} from "../../test/fixture.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";

const PATH = "/g/shop/e";

describe("a batch that is taken", () => {
  test("is counted and stored", async () => {
    const { app, store } = edge();
    const first = await app.request(PATH, post(batch(event("a"), event("b"), event("a"))));
    expect([first.status, await first.json()]).toEqual([200, { ok: true, stored: 2, duplicate: 1 }]);
    const again = await app.request(PATH, post(batch(event("b"), event("c")), { "Content-Type": "application/json" }));
    expect(await again.json()).toEqual({ ok: true, stored: 1, duplicate: 1 });
    expect(await ids(store)).toEqual(["a", "b", "c"]);
    expect((await stored(store))[0]).toMatchObject({ at: NOW - 10_000, receivedAt: NOW });
  });

  test("is answered to its origin alone, and to no cache", async () => {
    const { headers } = await edge().app.request(PATH, post(batch(event("a"))));
    expect(headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
    expect(headers.get("Access-Control-Expose-Headers")).toBe("Retry-After");
    expect(headers.get("Access-Control-Allow-Credentials")).toBeNull();
    expect(headers.get("Vary")).toBe("Origin");
    expect(headers.get("Cache-Control")).toBe("no-store");
  });

  test("may come from the edge's own pages, or with a Referer instead of an Origin", async () => {
    const { app, store } = edge();
    const own = await app.request(
      "http://localhost:8787/g/shop/e",
      post(batch(event("a")), { Origin: "http://localhost:8787" }),
    );
    const { Origin: _, ...headers } = { ...post("").headers, Referer: `${ORIGIN}/shoes` } as Record<string, string>;
    const referred = await app.request(PATH, { method: "POST", body: batch(event("b")), headers });
    expect([own.status, referred.status]).toEqual([200, 200]);
    expect(referred.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(await ids(store)).toEqual(["a", "b"]);
  });

  test("says in each event where the browser asked for privacy, and nothing where it did not", async () => {
    const { app, store } = edge();
    await app.request(PATH, post(batch(event("a")), { "Sec-GPC": "1" }));
    await app.request(PATH, post(batch(event("b"))));
    const contexts = (await stored(store)).map(({ body }) => JSON.parse(body).context.consent);
    const { consent } = event("a").context as { consent: object };
    expect(contexts).toEqual([{ ...consent, gpc: true }, consent]);
  });

  test("of half a megabyte is taken", async () => {
    const { app, store } = edge();
    const empty = event("a", { properties: { text: "" } });
    const events = Array.from({ length: 16 }, (_, n) => ({
      ...empty,
      messageId: `e${n}`,
      properties: { text: "x".repeat(32_000) },
    }));
    const body = batch(...events);
    const padded = body.slice(0, -1) + " ".repeat(512 * 1024 - body.length) + body.slice(-1);
    expect((await app.request(PATH, post(padded))).status).toBe(200);
    expect(await ids(store)).toHaveLength(16);
  });
});

describe("events that come again", () => {
  const send = async (app: ReturnType<typeof edge>["app"], events: readonly string[]) => {
    const answer = await app.request(PATH, post(batch(...events.map((id) => event(id)))));
    return (await answer.json()) as { ok: boolean; stored: number; duplicate: number };
  };

  test("are stored once, and every answer adds up, however batches overlap and whichever come at once", async () => {
    const { app, store } = edge();
    const all = Array.from({ length: 60 }, (_, n) => `e${n}`);
    // Each event in several batches: cut at other places, doubled in one, sent again after an answer that was lost.
    const batches = [1, 7, 13, 20].flatMap((size) =>
      Array.from({ length: Math.ceil(all.length / size) }, (_, n) => all.slice(n * size, (n + 1) * size + 3)),
    );
    const sent = [...batches, ...batches.slice(5, 20), [...all.slice(0, 10), ...all.slice(0, 10)]];
    const answers = await Promise.all(sent.map((ids) => send(app, ids)));
    expect(answers.map(({ ok, stored, duplicate }) => ok && stored + duplicate)).toEqual(sent.map((ids) => ids.length));
    expect(answers.reduce((sum, { stored }) => sum + stored, 0)).toBe(all.length);
    expect((await ids(store)).sort()).toEqual([...all].sort());
    expect(await send(app, all)).toEqual({ ok: true, stored: 0, duplicate: all.length });
  });

  test("are stored once where two edges share a database", async () => {
    const file = join(temporaryFolder(), "shared.db");
    const stores = [openSqliteStore({ file }), openSqliteStore({ file })];
    const apps = stores.map((store) => edge({ store }).app);
    const all = Array.from({ length: 40 }, (_, n) => `e${n}`);
    const answers = await Promise.all(
      all.flatMap((_, n) => apps.map((app) => send(app, all.slice(Math.max(0, n - 5), n + 1)))),
    );
    expect(answers.reduce((sum, { stored }) => sum + stored, 0)).toBe(all.length);
    for (const store of stores) {
      expect((await ids(store)).sort()).toEqual([...all].sort());
      await store.close();
    }
  });

  test("of a batch that was refused for one of them are stored when they come without it", async () => {
    const { app, store } = edge();
    const refused = await app.request(PATH, post(batch(event("a"), event("b", { anonymousId: null }), event("c"))));
    expect([refused.status, await ids(store)]).toEqual([400, []]);
    expect(await send(app, ["a", "c"])).toEqual({ ok: true, stored: 2, duplicate: 0 });
  });
});

describe("a batch that is refused leaves the store as it was", () => {
  const failing: Store = { ...temporaryStore(), append: () => Promise.reject(new Error("disk full of secrets")) };
  const withBefore = async (options: Parameters<typeof edge>[0] = {}) => {
    const { app, store } = edge(options);
    await store
      .append("shop", { receivedAt: 1, sentAt: 1, events: [{ id: "before", at: 1, body: "{}" }] })
      .catch(() => {});
    return { app, store };
  };
  const good = batch(event("a"));

  test.each([
    ["unknown_site", 404, "/g/other/e", post(good)],
    ["foreign_origin", 403, PATH, post(good, { Origin: "https://evil.example" })],
    ["body_too_large", 413, PATH, post(`${good}${" ".repeat(512 * 1024)}`)],
    ["body_too_large", 413, PATH, post(batch(event("a"), event("b", { traits: { x: "y".repeat(132_000) } })))],
    ["bad_json", 400, PATH, post(`${good}}`)],
    ["bad_json", 400, PATH, post(new Uint8Array([0xff, 0xfe]))],
    ["bad_event", 400, PATH, post(batch(event("a"), event("b", { timestamp: "yesterday" })))],
    ["bad_event", 400, PATH, post(batch(event("a"), event("b", { context: {} })))],
    ["method_not_allowed", 405, PATH, { method: "PUT", body: good, headers: { Origin: ORIGIN } }],
    ["not_found", 404, "/g/shop/events", post(good)],
  ])("%s %i", async (code, status, path, init) => {
    const { app, store } = await withBefore();
    const answer = await app.request(path, init);
    const body = (await answer.json()) as { ok: boolean; error: { code: string; message: string } };
    expect([answer.status, body.ok, body.error.code]).toEqual([status, false, code]);
    expect(body.error.message).toMatch(/\S/);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
    expect(answer.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(await ids(store)).toEqual(["before"]);
  });

  test("too_many_requests 429, until the time it names", async () => {
    let now = NOW;
    const { app, store } = await withBefore({ limits: { burst: 2, perSecond: 0.5 }, now: () => now });
    const send = (id: string) => app.request(PATH, post(batch(event(id))));
    expect([(await send("a")).status, (await send("b")).status]).toEqual([200, 200]);
    const refused = await send("c");
    expect([refused.status, refused.headers.get("Retry-After")]).toEqual([429, "2"]);
    expect(refused.headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
    expect(await refused.json()).toMatchObject({ ok: false, error: { code: "too_many_requests" } });
    expect(await ids(store)).not.toContain("c");
    now += 2_000;
    expect((await send("c")).status).toBe(200);
  });

  test("internal 500, which tells nothing of what failed", async () => {
    const lines: string[] = [];
    const { app } = await withBefore({ store: failing, log: (line) => lines.push(line) });
    const answer = await app.request(PATH, post(good));
    const text = await answer.text();
    expect([answer.status, JSON.parse(text).error.code]).toEqual([500, "internal"]);
    expect(text).not.toMatch(/secrets|at .*\.ts/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^POST \/g\/shop\/e failed: Error\n\s+at /);
    expect(lines[0]).not.toContain("secrets");
  });

  test("names the event that is too large", async () => {
    const { app } = await withBefore();
    const large = event("b", { properties: { text: "x".repeat(132_000) } });
    const answer = await app.request(PATH, post(batch(event("a"), large)));
    expect(await answer.json()).toEqual({
      ok: false,
      error: {
        code: "body_too_large",
        message: "An event may have 131072 bytes at most.",
        issues: [{ path: "batch.1", message: "it is too large" }],
      },
    });
  });
});

describe("the order of the checks", () => {
  test("a foreign page does not use up the rate, and a limited client is not read", async () => {
    const { app } = edge({ limits: { burst: 1, perSecond: 0.001 } });
    const foreign = () => app.request(PATH, post("{}", { Origin: "https://evil.example" }));
    expect([(await foreign()).status, (await foreign()).status]).toEqual([403, 403]);
    expect((await app.request(PATH, post("no JSON"))).status).toBe(400);
    expect((await app.request(PATH, post("x".repeat(600_000)))).status).toBe(429);
    expect((await app.request("/g/other/e", post("x"))).status).toBe(404);
  });

  test("a client is limited for each site by itself", async () => {
    const sites = [site(), site({ site: "blog" })];
    const { app } = edge({ sites, limits: { burst: 1, perSecond: 0.001 } });
    const statuses = [PATH, PATH, "/g/blog/e", "/g/blog/e"].map(
      async (path) => (await app.request(path, post("{"))).status,
    );
    expect(await Promise.all(statuses)).toEqual([400, 429, 400, 429]);
  });

  test("clients are told apart by address", async () => {
    const { app } = edge({
      limits: { burst: 1, perSecond: 0.001 },
      trustProxy: true,
      address: () => "10.0.0.1",
    });
    const from = async (address: string) =>
      (await app.request(PATH, post("{", { "X-Forwarded-For": `6.6.6.6, ${address}` }))).status;
    expect([await from("1.1.1.1"), await from("1.1.1.1"), await from("2.2.2.2")]).toEqual([400, 429, 400]);
  });
});

describe("a browser that asks first", () => {
  const ask = (origin: string) =>
    edge().app.request(PATH, {
      method: "OPTIONS",
      headers: {
        Origin: origin,
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
      },
    });

  test("may send JSON from an origin of the site", async () => {
    const { status, headers } = await ask(ORIGIN);
    expect(status).toBe(204);
    expect(headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
    expect(headers.get("Access-Control-Allow-Methods")).toBe("POST");
    expect(headers.get("Access-Control-Allow-Headers")).toBe("Content-Type");
    expect(headers.get("Vary")).toBe("Origin");
  });

  test("may not from another", async () => {
    const answer = await ask("https://evil.example");
    expect(answer.status).toBe(403);
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
    expect(answer.headers.get("Vary")).toBe("Origin");
  });
});
