/** How much of a text an expression looks at. Time grows with the square of the length: 256 keep it far below 5 ms. */
export const LOOKED_AT = 256;

export function cut(value: unknown): string {
  return String(value).slice(0, LOOKED_AT);
}
