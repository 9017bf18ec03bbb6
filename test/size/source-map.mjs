// @ts-check
/** Reads from a source map whose code an artefact consists of. https://tc39.es/ecma426/ */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** What never belongs in a page: the site file's checks, their library, and the edge. */
const BANNED = /(^|\/)node_modules\/@?valibot\/|^packages\/edge\/|^packages\/rules\/src\/site\//;

/**
 * @typedef {{ sources: string[], mappings: string }} SourceMap
 */

/**
 * Characters of `code` that stem from each source, by the source's name in the map; "" for what the build added.
 * @param {SourceMap} map
 * @param {string} code
 * @returns {Map<string, number>}
 */
export function shares({ sources, mappings }, code) {
  /** @type {Map<string, number>} */
  const found = new Map();
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
    const length = lines[at]?.length ?? 0;
    const [first] = segments;
    credit(found, "", first ? first.column : length);
    segments.forEach(({ column: from, name }, index) => {
      credit(found, name, (segments[index + 1]?.column ?? length) - from);
    });
  });
  return found;
}

/**
 * The same by package: the library's name, or the folder under packages/. Sources are paths from the root.
 * @param {ReadonlyMap<string, number>} bySource
 * @returns {[name: string, characters: number][]} most first
 */
export function byPackage(bySource) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const [source, characters] of bySource) credit(found, packageOf(source), characters);
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

/**
 * @param {Map<string, number>} counts
 * @param {string} name
 * @param {number} characters
 */
function credit(counts, name, characters) {
  if (characters > 0) counts.set(name, (counts.get(name) ?? 0) + characters);
}

/**
 * One segment of the mappings: base 64 digits of five bits, the sixth bit says "goes on", the first is the sign.
 * @param {string} text
 * @returns {number[]}
 */
function decode(text) {
  const values = [];
  let value = 0;
  let shift = 0;
  for (const char of text) {
    const digit = DIGITS.indexOf(char);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    values.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return values;
}
