import MagicString from "magic-string";

/** Parents in which an expression stands between commas, brackets or an `=`, so that it needs no brackets of its own. */
const FREE = {
  VariableDeclarator: ["init"],
  AssignmentExpression: ["right"],
  CallExpression: ["arguments"],
  NewExpression: ["arguments"],
  ArrayExpression: ["elements"],
  Property: ["value"],
  ReturnStatement: ["argument"],
};

/** What binds as tightly as a call does. */
const TIGHT = ["Identifier", "Literal", "ArrayExpression", "CallExpression", "MemberExpression"];

/** Where another value would come out: a method would lose its object or find one, a name that there is not would throw. */
const isKept = (parent, key) =>
  key === "callee" ||
  key === "tag" ||
  (parent.type === "UnaryExpression" && ["typeof", "delete"].includes(parent.operator));

const isCalledAtOnce = ({ type, optional, callee, arguments: given }) =>
  type === "CallExpression" &&
  !optional &&
  given.length === 0 &&
  callee.type === "ArrowFunctionExpression" &&
  callee.expression &&
  !callee.async &&
  callee.params.length === 0;

/**
 * Writes `(() => x)()` as `x`: what swc leaves of a function that is called once, where its inlining, which would write
 * the same, makes everything else longer (see `entry`). Some 13 bytes of the entry. Comes after the minifier.
 */
export function unwrap() {
  return {
    name: "unwrap",
    renderChunk(code) {
      const text = new MagicString(code);
      unwrapIn(this.parse(code), text);
      return { code: text.toString(), map: text.generateMap({ hires: true }) };
    },
  };
}

function unwrapIn(node, text) {
  for (const [key, value] of Object.entries(node)) {
    for (const child of [value].flat()) {
      if (typeof child?.type !== "string") continue;
      unwrapIn(child, text);
      if (!isCalledAtOnce(child) || isKept(node, key)) continue;
      const { body } = child.callee;
      const isBare =
        TIGHT.includes(body.type) || (body.type !== "SequenceExpression" && FREE[node.type]?.includes(key));
      text.update(child.start, body.start, isBare ? "" : "(");
      text.update(body.end, child.end, isBare ? "" : ")");
    }
  }
}
