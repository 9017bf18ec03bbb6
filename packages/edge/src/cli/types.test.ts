/** The command that writes types, and what tsc makes of them. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { capture } from "../../test/capture.ts";
import { temporaryFolder } from "../../test/fixture.ts";

const folder = temporaryFolder();
const file = (name: string, text: string) => {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};
const SITE = {
  site: "shop",
  origins: ["https://shop.example"],
  segments: { fans: { if: { event: 'Lamp "A" Lit' } } },
  experiences: { hello: { slot: "top", if: { segment: "fans" }, show: { text: "Hello" } } },
};
const shop = file("shop.json", JSON.stringify(SITE));

test("prints, says how to refresh, and is the same each time", async () => {
  const { code, out, err } = await capture(["types", shop]);
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(new RegExp(`^// To refresh: npx --no-install ghostlight types ${shop}\n// Written by`));
  expect((await capture(["types", shop])).out).toBe(out);
});

test("writes a file, and leaves it alone where it says the same", async () => {
  const out = join(folder, "names.d.ts");
  expect(await capture(["types", shop, "--out", out])).toEqual({ code: 0, out: "", err: "" });
  const text = readFileSync(out, "utf8");
  expect(text).toContain(`types ${shop} --out ${out}\n`);
  utimesSync(out, 1, 1);
  await capture(["types", shop, "--out", out]);
  expect(statSync(out).mtimeMs).toBe(1_000);
  writeFileSync(out, `${text}changed`);
  await capture(["types", shop, "--out", out]);
  expect(readFileSync(out, "utf8")).toBe(text);
});

test("a file's name cannot end the comment that it stands in", async () => {
  const odd = file("a\nexport const b = 1; 'x.json", JSON.stringify(SITE));
  const { out } = await capture(["types", odd]);
  const code = out.split("\n").filter((line) => !line.startsWith("//"));
  expect(code.join("\n")).not.toContain("export const b");
  expect(out).toContain("a export const b = 1; '\\''x.json'\n");
});

describe("tsc", () => {
  /** What is wrong with a file that uses the names, by its lines. */
  function faultsOf(usage: string, names: string): string[] {
    const project = join(folder, "project");
    file("project/node_modules/ghostlight/package.json", '{"name":"ghostlight","types":"index.d.ts"}');
    file("project/node_modules/ghostlight/index.d.ts", "export interface Site {}\n");
    file("project/ghostlight.d.ts", names);
    file("project/usage.ts", usage);
    const options = { strict: true, noEmit: true, module: "nodenext", types: [] };
    file("project/tsconfig.json", JSON.stringify({ compilerOptions: options, files: ["ghostlight.d.ts", "usage.ts"] }));
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
    const run = spawnSync(process.execPath, [tsc, "-p", project, "--pretty", "false"], {
      cwd: project,
      encoding: "utf8",
    });
    return run.stdout.split("\n").filter(Boolean);
  }

  const usage = `import type { Site } from "ghostlight";
export const event: Site["event"] = 'Lamp "A" Lit';
export const segment: Site["segment"] = "fans";
export const slot: Site["slot"] = "top";
export const stage: Site["stage"] = "at_risk";
export const experience: Site["experience"] = "hello";
export const purpose: Site["purpose"] = "analytics";
// @ts-expect-error no such event
export const noEvent: Site["event"] = "Lamp A Lit";
// @ts-expect-error no such segment
export const noSegment: Site["segment"] = "fan";
// @ts-expect-error no such slot
export const noSlot: Site["slot"] = "bottom";
// @ts-expect-error there are no topics
export const noTopic: Site["topic"] = "news";
`;

  test("knows the right names and the wrong ones", async () => {
    const { out } = await capture(["types", shop]);
    expect(faultsOf(usage, out)).toEqual([]);
    // It does look: an error that was expected and is none is one.
    expect(faultsOf(usage.replace('"fan"', '"fans"'), out)).toEqual([
      expect.stringMatching(/^usage\.ts\(10,1\): error TS2578/),
    ]);
  }, 30_000);
});

test.each([
  [[], 2, "which file?"],
  [[shop, shop], 2, "one file at a time"],
  [[shop, "--out", "names.ts"], 2, '"names.ts" is no place for types; take one such as ghostlight.d.ts'],
  [[join(folder, "none.json")], 1, "there is no such file"],
  [[file("faulty.json", "{}")], 1, "faulty.json: 2 faults"],
  [[shop, "--out", join(folder, "none", "a.d.ts")], 1, "a.d.ts: there is no such folder"],
])("%j fails and says why", async (words, code, reason) => {
  const result = await capture(["types", ...words]);
  expect([result.code, result.out]).toEqual([code, ""]);
  expect(result.err).toContain(reason);
});
