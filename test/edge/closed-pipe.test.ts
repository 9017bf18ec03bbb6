/** A reader that has seen enough, as `| head` has, is no fault of a command. Needs `npm run build`. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const program = fileURLToPath(new URL("../../packages/edge/bin/ghostlight.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "ghostlight-pipe-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What it says of itself and its exit code, with an output that nobody reads. */
async function runUnread(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  return { code, err };
}

test("a command goes on to its end, and says with its exit code what it found", async () => {
  const file = join(folder, "faulty.json");
  const faulty = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`segment-${at}`, { if: {} }]));
  writeFileSync(file, JSON.stringify({ site: "shop", origins: ["https://shop.example"], segments: faulty }));
  expect(await runUnread("check", file)).toEqual({ code: 1, err: "" });
  expect(await runUnread("--help")).toEqual({ code: 0, err: "" });
});
