/** What comes out of a clause. */

/** The instant of what never happens by itself. */
export const NEVER = Number.POSITIVE_INFINITY;

/** `flip`: the earliest instant (ms since 1970) after `now` at which `held` may change with no new event; Infinity: never. */
export interface Outcome {
  readonly held: boolean;
  readonly flip: number;
  /** What was compared: a number, or for an age how many ms. */
  readonly actual?: number | undefined;
}

/** What time alone never changes. */
export const always = (held: boolean, actual?: number): Outcome => ({ held, flip: NEVER, actual });

export const isHeld = ({ held }: Outcome): boolean => held;

/** The first instant at which any of them may change; Infinity: never. */
export function earliest(outcomes: readonly Outcome[]): number {
  let first = NEVER;
  for (const { flip } of outcomes) if (flip < first) first = flip;
  return first;
}
