/** The source map of a script together with the code that sites may have in its part. https://tc39.es/ecma426/#sec-index-map */
import { placeholderOf, type ScriptName } from "./artefacts.ts";
import { openingOf } from "./compose.ts";
import { FEATURES } from "./features.ts";

/**
 * `map` is the script's own; `features` are those of the pieces. Each piece has a line of its own from the
 * placeholder on (see `compose`), where the member's name comes before it; `along`, the map of the dialog that comes along
 * with an entry, is of the line after theirs.
 */
export function joinMaps(
  name: ScriptName,
  script: string,
  map: string,
  features: Readonly<Record<string, string>>,
  along?: string,
): string {
  const pieces = FEATURES.filter((feature) => feature.script === name);
  if (!pieces.length) return map;
  const before = script.slice(0, script.indexOf(placeholderOf(name)));
  const lines = before.split("\n");
  const start = `${lines.at(-1)}${openingOf(before)}{`;
  const sections = pieces.map((feature, index) => ({
    offset: { line: lines.length - 1 + index, column: `${index ? "" : start}${feature.name}:`.length },
    map: JSON.parse(features[feature.name] ?? "null"),
  }));
  const last = { offset: { line: lines.length - 1 + pieces.length, column: 0 }, map: JSON.parse(along ?? "null") };
  return JSON.stringify({
    version: 3,
    sections: [
      { offset: { line: 0, column: 0 }, map: JSON.parse(map) },
      ...sections,
      ...(along === undefined ? [] : [last]),
    ],
  });
}
