/** The page scripts as the build makes them, by the one list of their names. */

/** The entry comes first; the others are its chunks. */
export const SCRIPT_NAMES = [
  "entry",
  "banner",
  "center",
  "embeds",
  "clean",
  "engine",
  "why",
  "plugins",
  "audit",
  "debug",
] as const;

export type ScriptName = (typeof SCRIPT_NAMES)[number];

/** Texts of the page scripts. */
export interface Artefacts extends Readonly<Record<ScriptName, string>> {
  /** Their source maps. Default: none are served. */
  readonly maps?: Readonly<Partial<Record<ScriptName, string>>>;
}
