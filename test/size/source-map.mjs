// @ts-check
/** Reads from a source map whose code an artefact consists of. https://tc39.es/ecma426/ */
import { decode } from "../../build/cut-map.mjs";

/** What never belongs in a page: the site file's checks, their library, and the edge. */
const BANNED = /(^|\/)node_modules\/@?valibot\/|^packages\/edge\/|^packages\/rules\/src\/site\//;

/**
 * @typedef {{ sources: string[], mappings: string }} SourceMap
 */

/**
 * The text of `code` that stems from each source, by the source's name in the map; "" for what the build added. What
 * the minifier took apart is joined again, in the order in which it stands in the code.
 * @param {SourceMap} map
 * @param {string} code
 * @returns {Map<string, string>}
 */
export function textsOf({ sources, mappings }, code) {
  /** @type {Map<string, string>} */
  const found = new Map();
  const credit = (/** @type {string} */ name, /** @type {string} */ text) => {
    if (text) found.set(name, (found.get(name) ?? "") + text);
  };
  const lines = code.split("\n");
  let source = 0;
  mappings.split(";").forEach((line, at) => {
    /** @type {{ column: number, name: string }[]} */
    const segments = [];
    let column = 0;
    for (const text of line.split(",").filter(Boolean)) {
      const [columns = 0, sourceStep] = decode(text);
      column += columns;
      source += sourceStep ?? 0;
      segments.push({ column, name: sourceStep === undefined ? "" : (sources[source] ?? "") });
    }
    const text = lines[at] ?? "";
    credit("", text.slice(0, segments[0]?.column));
    segments.forEach(({ column: from, name }, index) => {
      credit(name, text.slice(from, segments[index + 1]?.column));
    });
  });
  return found;
}

/**
 * How many characters each package has of it: the library's name, or the folder under packages/. Sources are paths from
 * the root.
 * @param {ReadonlyMap<string, string>} texts
 * @returns {[name: string, characters: number][]} most first
 */
export function byPackage(texts) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const [source, text] of texts) {
    const name = packageOf(source);
    found.set(name, (found.get(name) ?? 0) + text.length);
  }
  return [...found].sort(([, a], [, b]) => b - a);
}

/**
 * The sources that may not be in a page. They are paths from the root.
 * @param {Iterable<string>} sources
 * @returns {string[]}
 */
export function bannedSources(sources) {
  return [...sources].filter((source) => BANNED.test(source));
}

/** @param {string} source */
function packageOf(source) {
  const library = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source)?.[1];
  return library ?? /^packages\/[^/]+/.exec(source)?.[0] ?? "build";
}
