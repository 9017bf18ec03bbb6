/** Puts a site's compiled part into the script that every site shares. */

/** Code beside the data of a part: the text of an expression by name, undefined where this site does not use it. */
export type Code = Readonly<Record<string, string | undefined>>;

/**
 * `part`, which is JSON, as an expression for script text, shorter than JSON: some 2 % of what travels. `<` could end an
 * inline script, U+2028 and U+2029 end a line in older engines, and a `__proto__` key in an object literal would set the
 * prototype: https://tc39.es/ecma262/#sec-__proto__-property-names-in-object-initializers
 *
 * `code` comes first, and each piece has a line of its own, also one that is not used: so it is at the same place in
 * the script of every site, and one source map fits all.
 */
export function scriptExpression(part: unknown, code: Code = {}): string {
  // Parentheses keep it an expression wherever the minifier left the identifier, e.g. after an arrow.
  const data = literalOf(JSON.parse(JSON.stringify(part)));
  const lines = Object.entries(code).map(([name, text]) => (text === undefined ? "\n" : `\n${name}:${text},`));
  return lines.length ? `({${lines.join("")}\n${data.slice(1)})` : `(${data})`;
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
export function compose(artefact: string, placeholder: string, part: unknown, code?: Code): string {
  const pieces = artefact.split(placeholder);
  const [before, after] = pieces;
  if (pieces.length !== 2 || before === undefined || after === undefined) {
    throw new Error(`${placeholder} is in the script ${pieces.length - 1} times, not once: build the project again.`);
  }
  return `${before}${scriptExpression(part, code)}${after}`;
}
