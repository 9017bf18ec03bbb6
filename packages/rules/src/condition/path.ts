/** The value under a name. */

/**
 * `cart.items.0.price` walks objects and lists by dots; what is not there is `null`. Only what a value holds itself
 * counts: every object inherits a `constructor`, and no visitor sent it.
 */
export function valueAt(attributes: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce((value: unknown, step) => (isObject(value) && Object.hasOwn(value, step) ? value[step] : null), attributes);
}

function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null;
}
