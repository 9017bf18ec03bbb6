/** Keeps time, chance, the global object and hidden state out of the files that should only compute. */
import { isPure, isSource } from "./layout.ts";
import {
  type Check,
  isFree,
  isNode,
  isTypePlace,
  literal,
  type Node,
  type Source,
  type Violation,
  walk,
} from "./source.ts";

const SEAM = "take it as an argument, from a file in env/";

/** What a pure file may not ask of the language itself: the time, chance, the global object, its own address. */
export const noHiddenInput: Check = ({ sources }) =>
  sources.filter(({ path }) => isPure(path)).flatMap((source) => [...uses(source), ...ambient(source)]);

/** No default exports: a name is the same everywhere. */
export const namedExports: Check = ({ sources }) =>
  sources
    .filter(({ path }) => isSource(path))
    .flatMap((source) =>
      topLevel(source, (node) =>
        node.type === "ExportDefaultExpression" || node.type === "ExportDefaultDeclaration" || exportsDefault(node)
          ? "exports a default: export it by its name"
          : undefined,
      ).map((found) => ({ ...found, rule: "named-exports" })),
    );

/** No state that belongs to a module: two copies of it on one page, or two tests, would share it. */
export const noModuleState: Check = ({ sources }) =>
  sources
    .filter(({ path }) => isSource(path))
    .flatMap((source) =>
      topLevel(source, (node) => {
        const declared = node.type === "ExportDeclaration" && isNode(node.declaration) ? node.declaration : node;
        if (declared.type !== "VariableDeclaration" || declared.kind === "const" || declared.declare) return undefined;
        return `has a module-level ${String(declared.kind)}: use const, or keep the state inside the function that owns it`;
      }).map((found) => ({ ...found, rule: "no-module-state" })),
    );

function uses(source: Source): Violation[] {
  const found: Violation[] = [];
  walk(source.body, (node, parent) => {
    const what = hiddenInput(node, parent);
    if (what) found.push(violation(source, node, `reads ${what}, but is a pure file: ${SEAM}`));
  });
  return found;
}

function hiddenInput(node: Node, parent: Node | undefined): string | undefined {
  if (node.type === "MetaProperty" && node.kind === "import.meta") return "import.meta";
  if (!isFree(node) || isTypePlace(parent)) return undefined;
  if (node.value === "globalThis") return "globalThis";
  if (node.value === "Math") {
    const name = memberName(node, parent);
    return name === undefined || name === "random" ? "Math.random" : undefined;
  }
  if (node.value !== "Date") return undefined;
  if (parent?.type === "NewExpression" && parent.callee === node) {
    return Array.isArray(parent.arguments) && parent.arguments.length > 0 ? undefined : "new Date()";
  }
  if (parent?.type === "BinaryExpression" && parent.operator === "instanceof") return undefined;
  return ["parse", "UTC"].includes(memberName(node, parent) ?? "") ? undefined : "Date.now or the current Date";
}

/** `declare const document: …` would hide a global from the check of names. */
function ambient(source: Source): Violation[] {
  return topLevel(source, (node) => {
    const declared = node.type === "ExportDeclaration" && isNode(node.declaration) ? node.declaration : node;
    const hides =
      declared.declare === true && !["TsInterfaceDeclaration", "TsTypeAliasDeclaration"].includes(declared.type);
    return hides || declared.global === true ? `declares a name from outside, but is a pure file: ${SEAM}` : undefined;
  });
}

function memberName(object: Node, parent: Node | undefined): string | undefined {
  if (parent?.type !== "MemberExpression" || parent.object !== object || !isNode(parent.property)) return undefined;
  const { property } = parent;
  return property.type === "Computed" ? literal(property.expression) : String(property.value);
}

function exportsDefault(node: Node): boolean {
  if (node.type !== "ExportNamedDeclaration" || !Array.isArray(node.specifiers)) return false;
  return node.specifiers.some((one: Node) => {
    const name = one.exported ?? one.orig;
    return isNode(name) && name.value === "default";
  });
}

function topLevel(source: Source, judge: (node: Node) => string | undefined): Violation[] {
  return source.body.flatMap((node) => {
    const message = judge(node);
    return message === undefined ? [] : [violation(source, node, message)];
  });
}

function violation(source: Source, node: Node, message: string): Violation {
  return { file: source.path, line: source.lineOf(node), rule: "purity", message };
}
