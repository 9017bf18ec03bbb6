/** Whether a value is one of a list. */

/** For matching whatever the case of letters. */
export function lower<Value>(value: Value | string): Value | string {
  return typeof value === "string" ? value.toLowerCase() : value;
}

export function same<Value>(value: Value): Value {
  return value;
}

/** A list of values is in it when one of them is. Undefined where it is no list. */
export function isIn(actual: unknown, list: unknown, fold: (value: unknown) => unknown = same): boolean | undefined {
  if (!Array.isArray(list)) return undefined;
  const folded = list.map(fold);
  return (Array.isArray(actual) ? actual : [actual]).some((one) => folded.includes(fold(one)));
}
