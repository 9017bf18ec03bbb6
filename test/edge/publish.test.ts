/** Publishing as an operator does it: the built program as processes, on a folder of data. Needs `npm run build`. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test, vi } from "vitest";
import { openSqlitePublications } from "../../packages/edge/src/store/publications-sqlite.ts";
import { batchOf, ORIGIN, postBatch, runProgram, startEdge } from "../proof/edge-process.mjs";

const bin = fileURLToPath(new URL("../../packages/edge/bin/ghostlight.mjs", import.meta.url));
// Each command makes and packs all scripts, which takes a busy machine seconds.
vi.setConfig({ testTimeout: 120_000 });

const folders: string[] = [];
const running: Awaited<ReturnType<typeof startEdge>>[] = [];

afterEach(async () => {
  for (const edge of running.splice(0)) {
    edge.signal("SIGKILL");
    await edge.exited;
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A folder of data, and the commands on it. */
function desk() {
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-publish-"));
  folders.push(folder);
  const data = join(folder, "data");
  const write = (fields: Record<string, unknown> = {}, name = "site.json") => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify({ site: "shop", origins: [ORIGIN], ...fields }));
    return file;
  };
  const run = (...words: string[]) => runProgram([...words, "--data", data]);
  const publish = (fields: Record<string, unknown> = {}) => run("publish", write(fields));
  const start = async (args: string[] = []) => {
    const edge = await startEdge({ data, args });
    running.push(edge);
    const get = async (path: string) => (await fetch(`${edge.origin}${path}`)).text();
    /** The revision of the entry, which says of which publication it is. */
    const revision = async () => Number(/\brevision:(\d+)/.exec(await get("/g/shop.js"))?.[1]);
    const center = async () => {
      const [, hash] = /releases:\{en:"([0-9a-f]{12})"/.exec(await get("/g/shop.js")) ?? [];
      return `/g/shop/${hash}/center.js`;
    };
    return { ...edge, get, revision, center };
  };
  return { folder, data, write, run, publish, start };
}

/** ms within which an edge shows what was published, on a machine that has time for it. */
const SHOWN = 10_000;

async function within<T>(ms: number, look: () => Promise<T>, wanted: T): Promise<void> {
  const end = Date.now() + ms;
  let found = await look();
  while (found !== wanted && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    found = await look();
  }
  expect(found).toEqual(wanted);
}

test("an edge shows what is published, and what is rolled back to, while it runs", async () => {
  const { run, publish, start, write } = desk();
  expect(await publish({ revision: 1 })).toMatchObject({ code: 0, err: "" });
  const edge = await start();
  expect(edge.said()).toContain("publications.db, also what comes there later");
  expect(await edge.revision()).toBe(1);
  const before = await edge.center();
  const text = await edge.get(before);

  expect((await publish({ revision: 2, policy: "https://shop.example/p" })).out).toMatch(
    /^Site "shop": published as number 2 .*\n {2}3 laws × 1 language: 36 files of .*\n {2}before it: number 1 of .*rollback shop --data /,
  );
  await within(SHOWN, edge.revision, 2);
  expect(await edge.center()).not.toBe(before);
  expect(await edge.get(before)).toBe(text);

  const broken = await run("publish", write({ revision: "three" }));
  expect([broken.code, broken.out]).toEqual([1, ""]);
  expect(broken.err).toContain("site.json: 1 fault");

  expect((await run("rollback", "shop")).out).toMatch(/^Site "shop": number 3 is current; it is number 1 of .* again/);
  await within(SHOWN, edge.revision, 1);
  expect(await edge.center()).toBe(before);
  const { out } = await run("history", "shop", "--json");
  const lines = out.trimEnd().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { number: 3, current: true, restores: 1 },
    { number: 2, current: false },
    { number: 1, current: false },
  ]);
});

test("who goes back to what was gone back to before is told when that was published first", async () => {
  const { run, publish } = desk();
  await publish({ revision: 1 });
  // Told to the second.
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await publish({ revision: 2 });
  const first = / it is (number 1 of \S+ \S+ UTC) again/.exec((await run("rollback", "shop")).out)?.[1];
  expect(first).toBeDefined();
  await publish({ revision: 3 });
  expect((await run("rollback", "shop", "--to", "3")).out).toContain(`number 5 is current; it is ${first} again`);
});

test("an edge that waits for a first publication shows it, and takes its events", async () => {
  const { publish, start } = desk();
  const edge = await start();
  expect(edge.said()).toContain("Nothing is published there yet:        npx --no-install ghostlight publish SITE.json");
  expect((await fetch(`${edge.origin}/g/shop.js`)).status).toBe(404);
  await publish({ revision: 7 });
  await within(SHOWN, edge.revision, 7);
  expect(await postBatch(edge.origin, batchOf(["a"]))).toMatchObject({ status: 200, body: { stored: 1 } });
  expect(edge.said()).toContain('site "shop": number 1 is shown');
});

test("a page whose entry is of before a restart finds its chunks after it", async () => {
  const { publish, start } = desk();
  await publish();
  const first = await start();
  const path = await first.center();
  const text = await first.get(path);
  first.signal("SIGKILL");
  await first.exited;
  await publish({ policy: "https://shop.example/p" });
  const second = await start();
  expect(await second.center()).not.toBe(path);
  expect(await second.get(path)).toBe(text);
});

test("what is current is not published again; what was before is", async () => {
  const { publish, run } = desk();
  await publish({ revision: 1 });
  const again = await publish({ revision: 1 });
  expect(again).toMatchObject({ code: 0, err: "" });
  expect(again.out).toMatch(/^Site "shop": number 1 \([0-9a-f]{12}\) of .* is this very file; nothing to publish\.\n$/);
  await publish({ revision: 2 });
  await publish({ revision: 1 });
  expect((await run("history", "shop")).out.split("\n")).toHaveLength(4);
  expect((await run("rollback", "shop", "--to", "1")).out).toContain("says the same; nothing changed");
});

test("of several files all are published, or none, and each is checked", async () => {
  const { run, write } = desk();
  const good = write();
  const blog = write({ site: "blog" }, "blog.json");
  const wrong = write({ site: "news", origins: [] }, "news.json");
  expect((await run("publish", good, wrong)).code).toBe(1);
  expect((await run("history", "shop")).err).toContain("nothing was published in");
  expect((await run("publish", good, write({}, "other.json"))).err).toContain('has the site id "shop" too');
  const both = await run("publish", good, blog, "--note", "together");
  expect(both.out).toMatch(/Site "shop": published as number 1(.|\n)*Site "blog": published as number 1/);
  expect((await run("history", "blog")).out).toMatch(/^ {3}1 {2}.*current; together\n$/);
  const many = write({ languages: Array.from({ length: 81 }, (_, index) => `en-x${10 + index}`) });
  const refused = await run("publish", many);
  expect([refused.code, refused.out]).toEqual([1, ""]);
  expect(refused.err).toContain("3 laws × 81 languages are 2673 scripts, and 2640 are the most; keep 80");
});

test("says what it cannot do, where, and what to do instead", async () => {
  const { run, publish, data } = desk();
  expect((await run("rollback", "shop")).err).toContain(`nothing was published in ${data}: there is no `);
  await publish();
  expect((await run("rollback", "shop")).err).toContain("nothing is kept from before it to go back to");
  expect((await run("rollback", "shop", "--to", "5")).err).toContain("there is no number 5; there are only number 1");
  expect((await run("rollback", "shpo")).err).toContain('no site "shpo" was published here; did you mean "shop"?');
  expect((await run("history", "shop", "--show", "3")).err).toContain("there is no number 3");
  expect(JSON.parse((await run("history", "shop", "--show", "1")).out)).toEqual({ site: "shop", origins: [ORIGIN] });
});

test("publishers that are killed at any moment leave whole publications, and the edge a good one", async () => {
  const { publish, write, start, data } = desk();
  await publish({ revision: 0 });
  const edge = await start();
  const begun = Date.now();
  await publish({ revision: 1 });
  const whole = Date.now() - begun;
  for (let round = 2; round < 12; round++) {
    const file = write({ revision: round }, `${round}.json`);
    const child = spawn(process.execPath, [bin, "publish", file, "--data", data], { stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("close", resolve));
    // Most of the time goes to composing; what writes comes last.
    await new Promise((resolve) => setTimeout(resolve, whole * (0.7 + (round - 2) / 25)));
    child.kill("SIGKILL");
    await ended;
  }
  const store = openSqlitePublications(join(data, "publications.db"));
  const kept = await store.history("shop");
  const files = await Promise.all(kept.map(async ({ number }) => (await store.read("shop", number))?.file ?? ""));
  await store.close();
  expect(kept.map(({ number }) => number)).toEqual(kept.map((_, index) => kept.length - index));
  expect(files.map((file) => createHash("sha256").update(file).digest("hex"))).toEqual(
    kept.map(({ sha256 }) => sha256),
  );
  await within(SHOWN, edge.revision, JSON.parse(files[0] ?? "").revision);
  // And the next one is as good as ever.
  expect((await publish({ revision: 99 })).code).toBe(0);
  await within(SHOWN, edge.revision, 99);
});

test("what was said to be published is there after a kill in the midst of publishing, and nothing is there by half", async () => {
  const { data } = desk();
  const file = join(data, "publications.db");
  const module = new URL("../../packages/edge/dist/store/publications-sqlite.js", import.meta.url).href;
  const program = `
    import { openSqlitePublications } from ${JSON.stringify(module)};
    const store = openSqlitePublications(process.argv[1]);
    for (let n = 0; ; n++) {
      const file = JSON.stringify({ by: process.pid, n, text: "x".repeat(20_000) });
      const draft = { site: "shop", file, at: n, version: "0", note: "" };
      const [{ publication }] = await store.publish([draft]);
      await store.keep("shop", [{ path: "/g/shop/" + n + "/a.js", hash: String(n), text: file }], Date.now());
      process.stdout.write(publication.number + " " + publication.sha256 + "\\n");
    }`;
  const said = new Map<number, string>();
  for (let round = 0; round < 12; round++) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", program, file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let heard = "";
    child.stdout.on("data", (text) => {
      heard += text;
    });
    await once(child.stdout, "data");
    await new Promise((resolve) => setTimeout(resolve, 20 + round * 9));
    child.kill("SIGKILL");
    await once(child, "close");
    for (const [, number, sha256 = ""] of heard.matchAll(/(\d+) (\w{64})\n/g)) said.set(Number(number), sha256);
  }
  const store = openSqlitePublications(file);
  const kept = await store.history("shop");
  const [latest] = kept;
  expect(latest?.number).toBeGreaterThanOrEqual(Math.max(...said.keys()));
  expect(kept.map(({ number }) => number)).toEqual(kept.map((_, index) => (latest?.number ?? 0) - index));
  for (const { number, sha256 } of kept) {
    const text = (await store.read("shop", number))?.file ?? "";
    expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
    if (said.has(number)) expect(said.get(number)).toBe(sha256);
  }
  await store.close();
});

test("publishers at the same time take numbers of their own", async () => {
  const { run, write } = desk();
  const files = [1, 2].map((revision) => write({ revision }, `${revision}.json`));
  const codes = await Promise.all(files.map(async (file) => (await run("publish", file)).code));
  expect(codes).toEqual([0, 0]);
  expect((await run("history", "shop")).out.trimEnd().split("\n")).toHaveLength(2);
});
