/** Faults to be found before a schema looks: what would exhaust the stack, and what would be lost without a word. */
import type { SiteIssue } from "./words.ts";

/** How deep a file may nest; each `all` or `any` takes two levels. */
const DEEPEST = 64;

/** Names with which JavaScript means something of its own: the schema library skips them in silence. */
const RESERVED = ["__proto__", "prototype", "constructor"];

export interface Hazards {
  /** Too deep to be looked at any further. */
  readonly deep: readonly SiteIssue[];
  readonly names: readonly SiteIssue[];
}

export function findHazards(file: unknown): Hazards {
  const deep: SiteIssue[] = [];
  const names: SiteIssue[] = [];
  const ahead: { value: unknown; keys: readonly string[] }[] = [{ value: file, keys: [] }];
  for (let one = ahead.pop(); one; one = ahead.pop()) {
    const { value, keys } = one;
    if (typeof value !== "object" || value === null) continue;
    if (keys.length >= DEEPEST) {
      const mend = `nest at most ${DEEPEST} levels; a long condition reads better as several segments`;
      deep.push({ path: keys.join("."), message: "this is nested too deeply", mend });
      continue;
    }
    for (const [key, item] of Object.entries(value)) {
      const inside = [...keys, key];
      const mend = "choose another name";
      if (RESERVED.includes(key)) {
        names.push({ path: inside.join("."), value: item, message: `"${key}" cannot be a name`, mend });
      }
      ahead.push({ value: item, keys: inside });
    }
  }
  return { deep, names };
}
