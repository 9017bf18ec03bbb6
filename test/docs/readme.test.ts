import { readFileSync } from "node:fs";
import { checkSite } from "@ghostlight/rules/site";
import { describe, expect, test } from "vitest";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

function blocks(language: string): string[] {
  return [...readme.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))].map(([, code = ""]) => code);
}

describe("README.md", () => {
  test("has the two commands, each in a block of its own", () => {
    expect(blocks("sh")).toContain("npm ci && npm start\n");
    expect(blocks("sh")).toContain("npm ci && npm test\n");
  });

  test.each(blocks("json"))("shows a site file that passes: %s", (code) => {
    const site = { site: "shop", origins: ["https://shop.example"], ...JSON.parse(code) };
    expect(checkSite(site)).toMatchObject({ ok: true });
  });

  test("shows a whole site file in ten lines", () => {
    const whole = blocks("json").find((code) => code.includes('"site"'));
    expect(whole?.trim().split("\n").length).toBe(10);
  });

  test("has microseconds only among the figures of the bench, which have their ratios", () => {
    const [, around = ""] = /^([\s\S]*)<!-- bench:start -->/.exec(readme) ?? [];
    const [, behind = ""] = /<!-- bench:end -->([\s\S]*)$/.exec(readme) ?? [];
    expect(around.length * behind.length).toBeGreaterThan(0);
    expect(around + behind).not.toContain("µs");
  });

  test("names only calls that there are", () => {
    const api = readFileSync(new URL("../../packages/sdk/src/api/api.ts", import.meta.url), "utf8");
    const calls = [...readme.matchAll(/push\(\["(\w+)/g)].map(([, name]) => name);
    expect(calls.length).toBeGreaterThan(0);
    for (const name of calls) expect(api).toContain(`readonly ${name}: `);
  });
});
