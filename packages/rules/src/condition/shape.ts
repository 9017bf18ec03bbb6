/** What an expected value looks like. */
import type { Json } from "./condition.ts";

/** Whether it is made of operators: of nothing but them, and of at least one. */
export function hasOperators(expected: Json): boolean {
  const keys = Object.keys(expected as object);
  return keys.length > 0 && keys.every((key) => key[0] === "$");
}
