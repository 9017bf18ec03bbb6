/** What a page leaves behind for the next one, as far as it is known. */

/** Stands for all slots that are not named: no slot of a site file can have this name. */
export const OTHERS = "*";

/** What one slot shows. */
export interface Shown {
  readonly slot: string;
  /** Of the experience. */
  readonly id?: string;
  /** With neither, only the engine knows. */
  readonly show: { readonly text?: string; readonly template?: string };
}

/**
 * From which instant (ms since 1970) on which slots show something of their own. A name alone: of that slot only the
 * engine knows; {@link OTHERS}: of all that are not named here.
 */
export type Phase = readonly [from: number, slots: readonly (Shown | string)[]];
