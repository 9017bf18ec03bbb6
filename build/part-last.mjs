/**
 * Lets a page script take its site's part from the very end of its text: the edge puts the data there,
 * nothing before it moves, and one source map fits every site.
 */

/** Name by which the sources know their part. */
const PART = "__GHOSTLIGHT_PART__";

/** `placeholder`: what the edge replaces. `module`: whether the script is an ES module or a classic one. */
export function partLast({ placeholder, module }) {
  return {
    name: "part-last",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        if (chunk.code.split(PART).length !== 2) throw new Error(`${chunk.fileName} must use ${PART} once`);
        const code = chunk.code.trimEnd();
        if (module) {
          chunk.code = `${code}\nvar ${PART}=${placeholder};\n`;
          continue;
        }
        chunk.code = `(${PART}=>{"use strict";\n${code}\n})(${placeholder});\n`;
        const map = bundle[`${chunk.fileName}.map`];
        const parsed = JSON.parse(map.source);
        // One line more at the top: each ";" of the mappings ends a line.
        map.source = JSON.stringify({ ...parsed, mappings: `;${parsed.mappings}` });
      }
    },
  };
}
