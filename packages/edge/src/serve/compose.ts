/** Puts a site's compiled part into the script that every site shares. */

/** Code beside the data of a part: the text of an expression by name, undefined where this site does not use it. */
export type Code = Readonly<Record<string, string | undefined>>;

/**
 * `part`, which is JSON, as an expression for script text, shorter than JSON: some 2 % of what travels. `<` could end an
 * inline script, U+2028 and U+2029 end a line in older engines, and a `__proto__` key in an object literal would set the
 * prototype: https://tc39.es/ecma262/#sec-__proto__-property-names-in-object-initializers
 */
export function scriptExpression(part: unknown): string {
  return literalOf(JSON.parse(JSON.stringify(part)));
}

/**
 * The same with `code`, each piece on a line of its own, also one that is not used: so it is at the same place in the
 * script of every site, and one source map fits all.
 */
function withCode(part: unknown, code: Code): string {
  const pieces = Object.entries(code).map(([name, text]) => (text === undefined ? "\n" : `${name}:${text},\n`));
  return `{${pieces.join("")}${scriptExpression(part).slice(1)}`;
}

/** What comes before an object so that it is one, and no block: the minifier may have left the identifier after an arrow. */
export const openingOf = (before: string): string => (/[=(]$/.test(before) ? "" : "(");

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
  const opening = openingOf(before);
  const expression = code && Object.keys(code).length ? withCode(part, code) : scriptExpression(part);
  return `${before}${opening}${expression}${opening && ")"}${after}`;
}
