/** Events as somebody sends them who means no good, or whose shop is out of its mind. */
import type { Entry } from "../oracle/words.ts";

const LONG = "x".repeat(2_000);
const YEAR = 31_536_000_000;

/** Numbers from 0 to below 1, the same for the same seed: mulberry32. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` events under the names, with what no honest page has in its properties, at instants of twenty years. */
export function hostile(names: readonly string[], paths: readonly string[], count: number, born: number): Entry[] {
  const next = chance(1);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const value = (index: number): unknown =>
    pick([
      `${index}${LONG}`,
      `${LONG}${index}`,
      `"\\\u0000\u{1f47b}${"\u2028".repeat(100)}${index}`,
      "__proto__",
      "constructor",
      index * 1.000_000_1,
      -1e300,
      Number.MAX_VALUE,
      Number.NaN,
      Number.NEGATIVE_INFINITY,
      true,
      null,
      undefined,
      [LONG, index],
      { [LONG]: index },
    ]);
  return Array.from({ length: count }, (_, index): Entry => {
    const properties = Object.fromEntries([
      ...paths.map((path) => [path, value(index)] as const),
      ["order_id", value(index)],
      [
        "products",
        pick([LONG, [{ category: value(index) }, null, 7, LONG], Array(200).fill({ category: value(index) })]),
      ],
    ]);
    const times = [born + index, born + next() * 10 * YEAR, born - next() * 10 * YEAR, born];
    const at = index % 50 === 0 ? pick([Number.NaN, Number.POSITIVE_INFINITY, 9e15, -9e15]) : Math.round(pick(times));
    return { id: pick([`${index}`, `${LONG}${index}`]), name: pick(names), at, properties, touch: `${LONG}${index}` };
  });
}
