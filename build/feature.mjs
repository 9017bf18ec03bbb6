/**
 * Builds what only some sites need as the text of one expression, which the edge puts into the part of a script: see
 * packages/edge/src/serve/features.ts.
 */
import { existsSync } from "node:fs";
import { Script } from "node:vm";
import { cutMappings } from "./cut-map.mjs";
import { putFirst } from "./first-line.mjs";
import { PART } from "./part-last.mjs";

const ENTRY = "\0feature";
const NAME = "__GHOSTLIGHT_FEATURE__";

/** As a script: its value is the one thing that it declares. */
export const AS_FEATURE = { format: "iife", name: NAME, strict: false, exports: "default" };

/** `file` exports its `feature`, or what else is `wanted` of it. */
export function featureEntry(file, wanted = "feature") {
  if (!existsSync(file)) throw new Error(`features.ts names a feature that has no file: ${file}`);
  return {
    name: "feature-entry",
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) => (id === ENTRY ? `export { ${wanted} as default } from ${JSON.stringify(file)};` : null),
  };
}

featureEntry.id = ENTRY;

/** Takes the expression out of the minified script, and makes sure that it is one wherever the edge may put it. */
export function asExpression() {
  return {
    name: "as-expression",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const [, start = "", text] = /^(var \w+=)(.+?);?\s*$/s.exec(chunk.code) ?? [];
        if (chunk.imports.length || text === undefined)
          throw new Error(`${chunk.fileName} is not one expression: ${chunk.code.slice(0, 80)}`);
        if (/\n|<\/script|<!--/i.test(text))
          throw new Error(`${chunk.fileName} does not fit into one line of a script`);
        new Script(`({a:${text},b:0})`);
        chunk.code = text;
        const map = bundle[`${chunk.fileName}.map`];
        const parsed = JSON.parse(map.source);
        map.source = JSON.stringify({ ...parsed, mappings: cutMappings(parsed.mappings, start.length) });
      }
    },
  };
}

/**
 * Makes an expression that uses the part of a site one that is given it at its end, as {@link partLast} does for a script:
 * the edge replaces `placeholder`.
 */
export function withPart(placeholder) {
  return {
    name: "with-part",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        if (!chunk.code.includes(PART.script)) throw new Error(`${chunk.fileName} must use ${PART.source}`);
        chunk.code = `${chunk.code})(${placeholder})`;
        putFirst(bundle, chunk, `(${PART.script}=>`);
      }
    },
  };
}
