/** The page scripts as the build makes them, by the one list of their names. */

/** The entries come first, of which a site has one; the others are their chunks. */
export const SCRIPT_NAMES = [
  "entry",
  "entry-calls",
  "banner",
  "center",
  "embeds",
  "clean",
  "engine",
  "why",
  "redact",
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
