/** Asks the type checker which names of a pure file are neither its own nor the language's: those are the browser's. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { isPure } from "./layout.ts";
import { type Check, type Files, isFree, isTypePlace, type Tree, type Violation, walk } from "./source.ts";

/** "Cannot find name / namespace", with their variants: did you mean, change your lib, install types, shorthand property. */
const UNKNOWN_NAME = new Set(
  "2304 2318 2503 2552 2580 2581 2582 2583 2584 2585 2591 2592 2593 2833 2867 2868 18004".split(" "),
);

/** A file with a name that must be reported, so that a checker that stopped working cannot pass for a clean tree. */
const CANARY = { path: "canary.ts", text: "export const canary = () => document;\n" };

/**
 * Pure files use only names of ES2022: no window, document, storage, timers, console, fetch, crypto, process.
 * Imports are not followed, so that no library can bring the names of the DOM back. A `.tsx` file may name the types of
 * the DOM, for its event handlers, but none of its values.
 */
export const noOutsideNames: Check = (tree) => {
  const pure = new Map([...tree.files].filter(([path]) => isPure(path)));
  if (pure.size === 0) return [];
  const found = unknownNames(pure);
  const types = typePlaces(tree);
  const once = new Map(found.map((one) => [`${one.file}:${one.line}:${one.name}`, one]));
  return [...once].filter(([place]) => !types.has(place)).map(([, one]) => toViolation(one));
};

interface UnknownName {
  readonly file: string;
  readonly line: number;
  readonly name: string;
}

function toViolation({ file, line, name }: UnknownName): Violation {
  const message = `uses ${name}, which the language alone does not have, but is a pure file: take it as an argument, or move the code into store.ts, transport.ts, watch.ts, apply.ts, mount.ts or env/`;
  return { file, line, rule: "purity", message };
}

function unknownNames(files: Files): UnknownName[] {
  const folder = mkdtempSync(join(tmpdir(), "boundaries-"));
  try {
    for (const [path, text] of [...files, [CANARY.path, CANARY.text] as const]) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config([...files.keys(), CANARY.path])));
    const output = typeCheck(folder);
    const found = parseDiagnostics(output);
    if (!found.some(({ file }) => file === CANARY.path)) throw new Error(`The type checker did not work:\n${output}`);
    return found.filter(({ file }) => file !== CANARY.path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function config(files: readonly string[]): object {
  const names = { lib: ["es2022"], types: [], noResolve: true, moduleDetection: "force" };
  const syntax = { target: "es2022", module: "esnext", moduleResolution: "bundler", jsx: "preserve" };
  const quiet = { noEmit: true, strict: false, skipLibCheck: true, allowImportingTsExtensions: true };
  return { compilerOptions: { ...names, ...syntax, ...quiet }, files };
}

function typeCheck(folder: string): string {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  const run = spawnSync(process.execPath, [tsc, "-p", "tsconfig.json", "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (run.error) throw run.error;
  return run.stdout + run.stderr;
}

function parseDiagnostics(output: string): UnknownName[] {
  return output.split("\n").flatMap((text) => {
    const match = /^(.+?)\((\d+),\d+\): error TS(\d+): .*?'([^']+)'/.exec(text);
    const [, file, line, code, name] = match ?? [];
    if (file === undefined || name === undefined || !UNKNOWN_NAME.has(code ?? "")) return [];
    return [{ file: file.replaceAll("\\", "/"), line: Number(line), name }];
  });
}

/** The lines where `.tsx` files mention a name as a type and not as a value, as `file:line:name`. */
function typePlaces({ sources }: Tree): Set<string> {
  const types = new Set<string>();
  const values = new Set<string>();
  for (const { path, body, lineOf } of sources.filter((source) => source.path.endsWith(".tsx"))) {
    walk(body, (node, parent) => {
      if (isFree(node)) (isTypePlace(parent) ? types : values).add(`${path}:${lineOf(node)}:${String(node.value)}`);
    });
  }
  return new Set([...types].filter((place) => !values.has(place)));
}
