/** Tells after the tests of a project how many random cases their properties passed. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** File of numbers, one a line. */
    cases: string;
  }
}

export function setup({ name, provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-cases-"));
  const file = join(folder, "cases");
  writeFileSync(file, "");
  provide("cases", file);
  return () => {
    const cases = readFileSync(file, "utf8").split("\n").filter(Boolean).map(Number);
    rmSync(folder, { recursive: true });
    if (!cases.length) return;
    const sum = cases.reduce((all, one) => all + one, 0);
    console.log(`${name}: ${cases.length} properties passed ${sum} random cases`);
  };
}
