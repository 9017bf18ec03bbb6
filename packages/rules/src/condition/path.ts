/** The value under a name. */

/**
 * `cart.items.0.price` walks objects and lists by dots; what is not there is `null`. Only what a value holds itself
 * counts: every object inherits a `constructor`, and no visitor sent it.
 */
export function valueAt(attributes: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce((value: unknown, step) => (isRecord(value) && Object.hasOwn(value, step) ? value[step] : null), attributes);
}

/** What is under a key, where the record holds it itself. */
export function own<Value>(record: { readonly [key: string]: Value }, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
