/** Keeps text that becomes markup or code out of what runs in the page: strict policies forbid it, and so do we. */
import { isTest } from "./layout.ts";
import { type Check, isFree, isNode, isTypePlace, literal, type Node, type Violation, walk } from "./source.ts";

const SINKS: ReadonlySet<unknown> = new Set([
  "innerHTML",
  "outerHTML",
  "insertAdjacentHTML",
  "dangerouslySetInnerHTML",
  "setHTMLUnsafe",
  "createContextualFragment",
]);

/** No markup from text, no code from text, in the sdk and the demo. Comments may name them; tests may use them. */
export const noMarkupFromText: Check = ({ sources }) =>
  sources
    .filter(({ path }) => /^(packages\/sdk\/src|demo)\//.test(path) && !isTest(path))
    .flatMap(({ path, body, lineOf }) => {
      const found: Violation[] = [];
      walk(body, (node, parent) => {
        const what = sink(node, parent);
        if (what === undefined) return;
        const message = `uses ${what}: build the nodes (createElement, textContent, a <template>), or write the code out`;
        found.push({ file: path, line: lineOf(node), rule: "no-markup-from-text", message });
      });
      return found;
    });

function sink(node: Node, parent: Node | undefined): string | undefined {
  const name = node.type === "Identifier" ? node.value : literal(node);
  if (SINKS.has(name)) return String(name);
  if (isFree(node) && !isTypePlace(parent) && (name === "eval" || name === "Function")) return String(name);
  if (node.type !== "MemberExpression" || !isNode(node.object) || !isNode(node.property)) return undefined;
  const member = node.property.type === "Computed" ? literal(node.property.expression) : node.property.value;
  const onDocument = node.object.value === "document" || memberOf(node.object) === "document";
  return onDocument && (member === "write" || member === "writeln") ? `document.${member}` : undefined;
}

function memberOf(node: Node): unknown {
  return node.type === "MemberExpression" && isNode(node.property) ? node.property.value : undefined;
}
