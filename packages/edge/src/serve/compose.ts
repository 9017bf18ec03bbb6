/** Puts a site's compiled part into the script that every site shares. */

/**
 * `part` as an expression for script text. JSON is that already, but for three things: `<` could end
 * an inline script, U+2028 and U+2029 end a line in older engines, and a `__proto__` key in an object
 * literal would set the prototype, which it does not in JSON.
 * https://tc39.es/ecma262/#sec-__proto__-property-names-in-object-initializers
 */
export function scriptExpression(part: unknown): string {
  const json = JSON.stringify(part)
    .replace(/[<\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(/(?<=[{,])"__proto__":/g, '["__proto__"]:');
  // Parentheses keep it an expression wherever the minifier left the identifier, e.g. after an arrow.
  return `(${json})`;
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
