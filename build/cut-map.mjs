/** Takes the beginning of a text out of its source map. https://tc39.es/ecma426/#sec-mappings */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** `mappings` of a text of one line, as they are without its first `columns` characters. */
export function cutMappings(mappings, columns) {
  const at = [0, 0, 0, 0, 0];
  const kept = [];
  for (const segment of mappings.split(",").filter(Boolean)) {
    const steps = decode(segment);
    steps.forEach((step, field) => {
      at[field] += step;
    });
    if (at[0] >= columns) kept.push(at.slice(0, steps.length));
  }
  const before = [columns, 0, 0, 0, 0];
  const segments = kept.map((fields) => {
    const steps = fields.map((value, field) => value - before[field]);
    fields.forEach((value, field) => {
      before[field] = value;
    });
    return steps.map(encode).join("");
  });
  return segments.join();
}

/**
 * One segment: base 64 digits of five bits, the sixth says "goes on"; the lowest bit of a number is its sign.
 * @param {string} segment
 * @returns {number[]}
 */
export function decode(segment) {
  /** @type {number[]} */
  const values = [];
  let value = 0;
  let shift = 0;
  for (const char of segment) {
    const digit = DIGITS.indexOf(char);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    values.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return values;
}

function encode(value) {
  let text = "";
  let rest = value < 0 ? (-value << 1) | 1 : value << 1;
  do {
    const digit = rest & 31;
    rest >>>= 5;
    text += DIGITS[rest ? digit | 32 : digit];
  } while (rest);
  return text;
}
