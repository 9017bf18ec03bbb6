/**
 * Puts a line before all others of a chunk, and moves its source map down by it: each ";" of the mappings ends a line.
 * https://tc39.es/ecma426/
 */
export function putFirst(bundle, chunk, line) {
  chunk.code = `${line}\n${chunk.code}`;
  const map = bundle[`${chunk.fileName}.map`];
  const parsed = JSON.parse(map.source);
  map.source = JSON.stringify({ ...parsed, mappings: `;${parsed.mappings}` });
}
