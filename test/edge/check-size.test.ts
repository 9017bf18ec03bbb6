/** `ghostlight check --size`, as its user calls it, on the built page scripts. Needs `npm run build`. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../packages/edge/bin/ghostlight.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ghostlight-size-"));
afterAll(() => rmSync(folder, { recursive: true }));

const file = join(folder, "ghostlight.json");
const site = {
  site: "shop",
  origins: ["https://shop.example"],
  services: { "meta-pixel": true },
  signals: { meta: true },
};
writeFileSync(file, JSON.stringify(site));
const run = (...flags: string[]) =>
  execFileSync(process.execPath, [program, "check", file, "--size", ...flags], { encoding: "utf8" });

test("prints each feature with what it costs, and all of it beside the budgets", { timeout: 60_000 }, () => {
  const text = run();
  expect(text).toMatch(/^\S+ghostlight\.json: ok \(site "shop"/);
  expect(text).toMatch(/^signals\.meta +[1-9]\d* +\d+ +0 +\d+ +\d+$/m);
  expect(text).toMatch(/^calls +entry +\d+ +in it$/m);
  expect(text).toMatch(/^Entry, on every page +4,\d{3} +4,608$/m);
});

test("gives the same to programs", { timeout: 60_000 }, () => {
  const { ok, size } = JSON.parse(run("--json"));
  expect([ok, size.unit]).toEqual([true, "B, brotli 11"]);
  expect(size.costs.map(({ path }: { path: string }) => path).sort()).toEqual(["services.meta-pixel", "signals.meta"]);
  expect(size.totals.dialog).toBeGreaterThan(size.totals.entry);
  expect(size.situations.map(({ id }: { id: string }) => id)).toEqual(Object.keys(size.totals));
});
