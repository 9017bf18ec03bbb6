/** A site as plain files, by the built program. Needs `npm run build`. */
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, expect, test, vi } from "vitest";
import { ORIGIN, runProgram } from "../proof/edge-process.mjs";

// Each run packs all scripts, which takes a busy machine seconds.
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), "ghostlight-static-"));
afterAll(() => rmSync(folder, { recursive: true }));
const out = join(folder, "out");
const file = join(folder, "site.json");

async function make(fields: Record<string, unknown> = {}, ...words: string[]) {
  writeFileSync(file, JSON.stringify({ site: "shop", origins: [ORIGIN], languages: ["en", "it"], ...fields }));
  return runProgram(["static", file, "--out", out, ...words]);
}
const integrity = () => JSON.parse(readFileSync(join(out, "integrity.json"), "utf8"));
const all = () => (readdirSync(out, { recursive: true }) as string[]).filter((path) => /\.\w+$/.test(path));

test("writes every script, its packed forms, and a hash of each that is right", async () => {
  expect(await make()).toMatchObject({ code: 0, err: "" });
  const { files, importMap } = integrity();
  const scripts = Object.keys(files);
  expect(scripts).toHaveLength(21);
  const others = ["HOSTING.txt", "integrity.json"];
  expect(all().sort()).toEqual([...others, ...scripts.flatMap((one) => [one, `${one}.br`, `${one}.gz`])].sort());
  for (const [path, hash] of Object.entries(files)) {
    const text = readFileSync(join(out, path));
    expect(hash, path).toBe(`sha384-${createHash("sha384").update(text).digest("base64")}`);
    expect(brotliDecompressSync(readFileSync(join(out, `${path}.br`)))).toEqual(text);
    expect(gunzipSync(readFileSync(join(out, `${path}.gz`)))).toEqual(text);
  }
  const named = Object.keys(JSON.parse(importMap).integrity);
  expect(named.sort()).toEqual(
    scripts
      .filter((path) => path !== "shop.js")
      .map((path) => `/g/${path}`)
      .sort(),
  );
});

test("its engine can send nothing, whatever is granted", () => {
  for (const path of all().filter((one) => one.endsWith("/engine.js"))) {
    expect(readFileSync(join(out, path), "utf8")).not.toMatch(/sendBeacon|fetchLater|keepalive|sentAt/);
  }
});

test("another run adds a folder for what changed, and the entry names it alone", async () => {
  const before = all();
  const entry = readFileSync(join(out, "shop.js"), "utf8");
  expect((await make({ policy: "https://shop.example/p" }, "--at", "https://static.example/x")).code).toBe(0);
  expect(all()).toEqual(expect.arrayContaining(before));
  expect(all().length).toBeGreaterThan(before.length);
  expect(readFileSync(join(out, "shop.js"), "utf8")).not.toBe(entry);
  expect(integrity().at).toBe("https://static.example/x/");
  expect(readFileSync(join(out, "HOSTING.txt"), "utf8")).toContain('src="https://static.example/x/shop.js"');
  // The same again is the same.
  const again = all();
  await make({ policy: "https://shop.example/p" });
  expect(all()).toEqual(again);
});

test("says how pages that mark elements have their purpose asked for, and that it is asked then", async () => {
  const asked = () => /\["analytics","personalization"\]/.test(readFileSync(join(out, "shop.js"), "utf8"));
  const { out: said } = await make();
  expect(asked()).toBe(false);
  const [, advice = ""] = /data-purpose="analytics"[^{]*("purposes": \{.+\})/.exec(said) ?? [];
  const { code, out: then } = await make(JSON.parse(`{${advice}}`));
  expect([code, then]).toEqual([0, expect.not.stringContaining("Statistics")]);
  expect(asked()).toBe(true);
});

test("a site may have as many languages as its one law allows", async () => {
  const languages = Array.from({ length: 81 }, (_, index) => `en-x${10 + index}`);
  expect(await make({ languages })).toMatchObject({ code: 0, err: "" });
  const many = await make({ languages: Array.from({ length: 241 }, (_, index) => `en-x${100 + index}`) });
  expect(many.err).toContain("1 law × 241 languages are 2651 scripts, and 2640 are the most; keep 240");
});

test("says what it does not ask, and what is wrong with a file", async () => {
  expect((await make()).out).toContain("Statistics are not asked for: without an edge nothing uses them.");
  expect((await make({ services: { matomo: true } })).out).not.toContain("Statistics");
  const wrong = await make({ languages: [] });
  expect([wrong.code, wrong.out]).toEqual([1, ""]);
  expect(wrong.err).toContain("1 fault");
});
