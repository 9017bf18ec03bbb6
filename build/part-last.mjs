import { putFirst } from "./first-line.mjs";

/**
 * Lets a page script take its site's part from the very end of its text: the edge puts the data there,
 * nothing before it moves, and one source map fits every site.
 */

/** Name by which the sources know their part, and the one that it has in a script: no minifier makes two of `$`. */
export const PART = { source: "__GHOSTLIGHT_PART__", script: "$$" };

/**
 * `placeholders`: what the edge replaces, by name of the script; a script without one must use no part.
 * `classic`: names of the scripts that are no ES modules.
 */
export function partLast({ placeholders, classic }) {
  return {
    name: "part-last",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        const placeholder = placeholders[chunk.name];
        if (chunk.code.includes(PART.script) !== Boolean(placeholder)) {
          throw new Error(`${chunk.fileName} must ${placeholder ? "" : "not "}use ${PART.source}`);
        }
        if (!placeholder) continue;
        const code = chunk.code.trimEnd();
        if (!classic.includes(chunk.name)) {
          chunk.code = `${code}\nvar ${PART.script}=${placeholder}`;
          continue;
        }
        // Strict as a whole: the code of a part, too.
        chunk.code = `${code}\n})(${placeholder})`;
        putFirst(bundle, chunk, `"use strict";(${PART.script}=>{`);
      }
    },
  };
}
