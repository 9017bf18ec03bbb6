/** The packages as npm would publish them: packed, put into an empty project, and used there. Needs a build. */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkSite, compileSite } from "@ghostlight/rules/site";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "ghostlight-consumer-"));
const run = (program: string, ...args: string[]): string =>
  execFileSync(program, args, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

const packages = { "@ghostlight/rules": "rules", ghostlight: "sdk", "@ghostlight/edge": "edge" };
const libraries = ["preact", "idb-keyval", "valibot", "hono", "libsql", "@hono", "@valibot"];
const packed: Record<string, string[]> = {};

/** What a user may write whose project has the names of its site, as `ghostlight types` writes them. */
const NAMED = `import type { SiteGhostlight } from "ghostlight";

export function use(ghostlight: SiteGhostlight): void {
  ghostlight.consent.set({ analytics: true });
  ghostlight.why("buyer");
  // @ts-expect-error: nobody is asked about that, so it would be a refusal of all that is asked
  ghostlight.consent.set({ analytcs: true });
  // @ts-expect-error: there is no such segment
  ghostlight.why("byer");
}
`;

beforeAll(() => {
  for (const [name, folder] of Object.entries(packages)) {
    const answer = run("npm", "pack", join(root, "packages", folder), "--json", "--loglevel=error");
    const [{ filename, files }] = JSON.parse(answer) as [{ filename: string; files: { path: string }[] }];
    packed[name] = files.map(({ path }) => path);
    mkdirSync(join(project, "node_modules", name), { recursive: true });
    run("tar", "xzf", filename, "-C", join("node_modules", name), "--strip-components=1");
  }
  for (const name of libraries) symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
  writeFileSync(join(project, "package.json"), '{ "type": "module" }');
  for (const file of ["consumer.ts", "tsconfig.consumer.json"]) {
    copyFileSync(join(root, "test/package", file), join(project, file));
  }
  // As the edge answers `/g/shop.json`.
  const site = checkSite({ site: "shop", origins: ["https://shop.example"], channels: ["email"] });
  if (!site.ok) throw new Error(JSON.stringify(site.issues));
  writeFileSync(join(project, "shop.json"), JSON.stringify({ en: compileSite(site.site, "en", {}) }));
}, 60_000);

afterAll(() => rmSync(project, { recursive: true }));

describe("the packed packages", () => {
  test("hold code, types and sources, and neither tests nor what only the build needs", () => {
    for (const [name, files] of Object.entries(packed)) {
      expect(files, name).toContain("package.json");
      expect(
        files.filter((path) => /\.test\.|tsbuildinfo|node_modules/.test(path)),
        name,
      ).toEqual([]);
      expect(
        files.some((path) => path.startsWith("dist/") && path.endsWith(".d.ts")),
        name,
      ).toBe(true);
    }
    expect(packed["@ghostlight/rules"]).toEqual(expect.arrayContaining(["site.schema.json", "cases/conditions.json"]));
    expect(packed["@ghostlight/edge"]).toEqual(
      expect.arrayContaining(["bin/ghostlight.mjs", "dist/page/entry.js", "dist/page/entry.js.map"]),
    );
  });

  test("have types that let through what is right and refuse what is wrong", () => {
    expect(run(join(root, "node_modules/.bin/tsc"), "-p", "tsconfig.consumer.json")).toBe("");
  }, 30_000);

  test("know a site by its names, where the command has told them", () => {
    const site = { site: "shop", origins: ["https://shop.example"], segments: { buyer: { if: { stage: "repeat" } } } };
    writeFileSync(join(project, "ghostlight.json"), JSON.stringify(site));
    const command = join("node_modules", "@ghostlight", "edge", "bin", "ghostlight.mjs");
    run(process.execPath, command, "types", "ghostlight.json", "--out", "ghostlight.d.ts");
    writeFileSync(join(project, "named.ts"), NAMED);
    const named = { extends: "./tsconfig.consumer.json", files: ["ghostlight.d.ts", "named.ts"] };
    writeFileSync(join(project, "tsconfig.named.json"), JSON.stringify(named));
    expect(run(join(root, "node_modules/.bin/tsc"), "-p", "tsconfig.named.json")).toBe("");
  }, 30_000);

  test("can be imported in Node, where nothing happens", () => {
    const script = 'const all = await import("ghostlight"); console.log(Object.keys(all).join());';
    expect(run(process.execPath, "--input-type=module", "-e", script).trim().split(",").sort()).toEqual([
      "VERSION",
      "createGhostlight",
      "fromVanillaCookieConsent",
    ]);
  });

  test("bring the command", () => {
    const command = join("node_modules", "@ghostlight", "edge", "bin", "ghostlight.mjs");
    expect(run(process.execPath, command, "--version").trim()).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
