/** Reads source files into what the checks need: their syntax tree, their imports, and the line of every node. */
import { parseSync } from "@swc/core";

/** Path from the repository's root, with `/`, to the text of the file. */
export type Files = ReadonlyMap<string, string>;

/** One broken rule. */
export interface Violation {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly rule: string;
  /** What is wrong, and how to mend it. */
  readonly message: string;
}

/** A node of the syntax tree. */
export interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** A mention of another module: an import, a re-export, `import type`, `import()` or a type's `import("…")`. */
export interface Mention {
  readonly specifier: string;
  readonly line: number;
}

export interface Source {
  readonly path: string;
  readonly lines: number;
  readonly body: readonly Node[];
  readonly imports: readonly Mention[];
  /** The 1-based line where a node starts. */
  readonly lineOf: (node: Node) => number;
}

export interface Tree {
  readonly files: Files;
  /** The files that hold code, parsed; those with a syntax error are in `faults` instead. */
  readonly sources: readonly Source[];
  readonly faults: readonly Violation[];
}

/** A check: everything in the tree that breaks its rule. */
export type Check = (tree: Tree) => Violation[];

const CODE = /\.(ts|tsx|mts|js|mjs|jsx)$/;

/** Parses every file that holds code. Other files are kept, unparsed, for the checks of plain text. */
export function parseTree(files: Files): Tree {
  const sources: Source[] = [];
  const faults: Violation[] = [];
  for (const [path, text] of files) {
    if (!CODE.test(path)) continue;
    try {
      sources.push(parseSource(path, text));
    } catch (error) {
      const reason = String(error).split("\n")[0];
      faults.push({ file: path, line: 1, rule: "syntax", message: `cannot be parsed (${reason}): mend the syntax` });
    }
  }
  return { files, sources, faults };
}

/** Calls `visit` for `root` and every node below it, parents first. `parent` is the nearest node above. */
export function walk(root: unknown, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  if (Array.isArray(root)) {
    for (const child of root) walk(child, visit, parent);
  } else if (typeof root === "object" && root !== null) {
    const node = isNode(root) ? root : undefined;
    if (node) visit(node, parent);
    for (const child of Object.values(root)) walk(child, visit, node ?? parent);
  }
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Whether a node is a name that no scope of its file declares: the parser gives those the context 1. */
export function isFree(node: Node): boolean {
  return node.type === "Identifier" && node.ctxt === 1;
}

/** Whether a name with this parent only names a type. */
export function isTypePlace(parent: Node | undefined): boolean {
  return ["TsTypeReference", "TsTypeQuery", "TsQualifiedName", "TsExpressionWithTypeArguments"].includes(
    parent?.type ?? "",
  );
}

/** The text of a string literal, or of a template without holes; `undefined` for anything else. */
export function literal(value: unknown): string | undefined {
  if (!isNode(value)) return undefined;
  if (value.type === "StringLiteral" && typeof value.value === "string") return value.value;
  if (value.type !== "TemplateLiteral" || !Array.isArray(value.quasis) || value.quasis.length !== 1) return undefined;
  const [only] = value.quasis as { cooked?: unknown }[];
  return typeof only?.cooked === "string" ? only.cooked : undefined;
}

function parseSource(path: string, text: string): Source {
  const syntax = /\.[cm]?ts$/.test(path)
    ? ({ syntax: "typescript" } as const)
    : path.endsWith(".tsx")
      ? ({ syntax: "typescript", tsx: true } as const)
      : ({ syntax: "ecmascript", jsx: true } as const);
  const body = parseSync(text, { ...syntax, target: "es2022" }).body as unknown as Node[];
  const starts = lineStarts(text);
  const lineOf = (node: Node) => lineAt(starts, start(node));
  return { path, lines: countLines(text), body, imports: mentions(body, lineOf), lineOf };
}

function mentions(body: readonly Node[], lineOf: (node: Node) => number): Mention[] {
  const found: Mention[] = [];
  walk(body, (node) => {
    const specifier = literal(specifierOf(node));
    if (specifier !== undefined) found.push({ specifier, line: lineOf(node) });
  });
  return found;
}

function specifierOf(node: Node): unknown {
  switch (node.type) {
    case "ImportDeclaration":
    case "ExportNamedDeclaration":
    case "ExportAllDeclaration":
      return node.source;
    case "TsImportType":
      return node.argument;
    case "TsExternalModuleReference":
      return node.expression;
    case "CallExpression": {
      if (!isNode(node.callee) || node.callee.type !== "Import" || !Array.isArray(node.arguments)) return undefined;
      return (node.arguments[0] as { expression?: unknown } | undefined)?.expression;
    }
    default:
      return undefined;
  }
}

/** Where a node starts, in bytes: the parser counts UTF-8 bytes from 1. A member of a list may wrap its node. */
function start(node: Node): number {
  const span = node.span as { start?: number } | undefined;
  return (span?.start ?? 1) - 1;
}

function lineStarts(text: string): number[] {
  const bytes = Buffer.from(text);
  const starts = [0];
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  const next = starts.findIndex((from) => from > offset);
  return next === -1 ? starts.length : next;
}

function countLines(text: string): number {
  return text === "" ? 0 : text.replace(/\n$/, "").split("\n").length;
}
