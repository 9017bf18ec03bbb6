/** Keys that an object of a JSON text has twice: whoever reads it gets the last of them, and hears nothing. */

export interface DoubledKey {
  /** Where it stands, key by key. */
  readonly keys: readonly string[];
  /** Index of it in the text. */
  readonly index: number;
}

/** A string, and whether it is a key; or what begins, parts or ends objects and lists. */
const TOKEN = /("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[[\]{},]/g;

interface Open {
  /** Of an object, what it has so far. */
  readonly names?: Set<string>;
  at: string | number;
}

/** `text` is JSON. Each but the first of its name. */
export function findDoubledKeys(text: string): DoubledKey[] {
  const found: DoubledKey[] = [];
  const open: Open[] = [];
  for (const { 0: token, 1: string, 2: colon, index } of text.matchAll(TOKEN)) {
    const inside = open.at(-1);
    if (token === "{") open.push({ names: new Set(), at: "" });
    else if (token === "[") open.push({ at: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === "," && typeof inside?.at === "number") inside.at++;
    else if (colon && inside?.names) {
      const name: string = JSON.parse(string ?? "");
      inside.at = name;
      if (inside.names.has(name)) found.push({ keys: open.map(({ at }) => String(at)), index });
      inside.names.add(name);
    }
  }
  return found;
}
