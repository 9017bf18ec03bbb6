/** Faults in words: what is wrong and how to mend it, carried together through the schema. */

/** One fault of a site file. */
export interface SiteIssue {
  /** Where, by dots: `experiences.hello.slot`; empty for the file as a whole. */
  readonly path: string;
  /** What stands there, where something does. */
  readonly value?: unknown;
  readonly message: string;
  /** What to write instead. */
  readonly mend: string;
}

const SEPARATOR = "\u0000";

/** Packs a message and its mend into the one string that a schema can carry. */
export function say(message: string, mend: string): string {
  return message + SEPARATOR + mend;
}

/** Undoes {@link say}; a text without a mend has an empty one. */
export function unsay(text: string): { message: string; mend: string } {
  const [message = "", mend = ""] = text.split(SEPARATOR);
  return { message, mend };
}

/** The known word nearest to `word`, if one is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (!best) return undefined;
  // A word of which every letter would change was not meant, however short it is.
  const least = Math.min(Math.max(2, Math.floor(best.candidate.length / 3)), best.candidate.length - 1);
  return best.distance <= least ? best.candidate : undefined;
}

/** The fault of a name that must be found elsewhere in the file, and is not; `otherwise` mends it where none is near. */
export function unknownName(
  path: string,
  kind: string,
  name: string,
  known: readonly string[],
  otherwise: string,
): SiteIssue[] {
  if (known.includes(name)) return [];
  const near = nearest(name, known);
  const mend = near ? `did you mean "${near}"?` : otherwise;
  return [{ path, value: name, message: `there is no ${kind} "${name}"`, mend }];
}

/** `"a", "b" or "c"`. */
export function list(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  return quoted.length < 2 ? quoted.join("") : `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1)}`;
}

/** Levenshtein's distance by rows: https://doi.org/10.1145/321796.321811 */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line++) {
    const next = [line];
    for (let column = 1; column <= b.length; column++) {
      const change = (row[column - 1] ?? 0) + (a[line - 1] === b[column - 1] ? 0 : 1);
      next.push(Math.min(change, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
