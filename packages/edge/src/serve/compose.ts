/** Puts a site's compiled part into the script that every site shares. */

/**
 * `part`, which is JSON, as an expression for script text, shorter than JSON: some 2 % of what travels. `<` could end an
 * inline script, U+2028 and U+2029 end a line in older engines, and a `__proto__` key in an object literal would set the
 * prototype: https://tc39.es/ecma262/#sec-__proto__-property-names-in-object-initializers
 */
export function scriptExpression(part: unknown): string {
  // Parentheses keep it an expression wherever the minifier left the identifier, e.g. after an arrow.
  return `(${literalOf(JSON.parse(JSON.stringify(part)))})`;
}

function literalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literalOf).join()}]`;
  if (typeof value === "boolean") return value ? "!0" : "!1";
  if (typeof value === "number") return `${value}`.replace(/(?<=^-?\d+)0{3,}$/, ({ length }) => `e${length}`);
  if (typeof value !== "object" || value === null) return textOf(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${nameOf(key)}:${literalOf(inner)}`)
    .join()}}`;
}

function nameOf(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : textOf(key);
}

function textOf(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * The artefact's text with its placeholder replaced by the part. Throws when the placeholder is not
 * there exactly once: then artefact and edge are of different builds.
 */
export function compose(artefact: string, placeholder: string, part: unknown): string {
  const pieces = artefact.split(placeholder);
  const [before, after] = pieces;
  if (pieces.length !== 2 || before === undefined || after === undefined) {
    throw new Error(`${placeholder} is in the script ${pieces.length - 1} times, not once: build the project again.`);
  }
  return `${before}${scriptExpression(part)}${after}`;
}
