/** The page scripts as the build makes them, by the one list of their names. */
import type { FeatureName } from "./features.ts";

/** The entry comes first; the others are its chunks. */
export const SCRIPT_NAMES = [
  "entry",
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

/** What each chunk is called that the entry loads. */
export const CHUNK_NAMES = SCRIPT_NAMES.filter((name) => name !== "entry");

/** What the page itself adds is nothing that its site could know. */
export const PARTLESS: readonly ScriptName[] = ["plugins"];

/** What stands in a script for the part of its site. */
export const placeholderOf = (name: ScriptName): string => `__GHOSTLIGHT_${name.toUpperCase()}__`;

/** Texts of the page scripts. */
export interface Artefacts extends Readonly<Record<ScriptName, string>> {
  /** What only some sites need of them, each as an expression. */
  readonly features: Readonly<Record<FeatureName, string>>;
  /** The dialog's chunk as an expression, its `start`, to come along with an entry. Default: it always comes by itself. */
  readonly along?: string;
  /** Their source maps; `asking` is that of the entry which the dialog comes along with. Default: none are served. */
  readonly maps?: Readonly<Partial<Record<ScriptName | "asking", string>>>;
}
