/** Whether a value is one of a list. */

/** A list of values is in it when one of them is. Undefined where it is no list. */
export function isIn(actual: unknown, list: unknown): boolean | undefined {
  if (!Array.isArray(list)) return undefined;
  return (Array.isArray(actual) ? actual : [actual]).some((one) => list.includes(one));
}
