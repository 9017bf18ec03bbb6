/** What a visitor loads when, and what Ghostlight's own sample site may come to. */
import type { ScriptName } from "../../serve/artefacts.ts";

/** `kB` of 1,024 bytes, brotli: held for test/size/site.json, where test/size/budgets.json names it by the same words. */
export interface Situation {
  /** Head of its column. */
  readonly id: string;
  readonly what: string;
  readonly scripts: readonly ScriptName[];
  readonly kB: number;
}

export const SITUATIONS = [
  { id: "entry", what: "Entry, on every page", scripts: ["entry"], kB: 4.5 },
  { id: "dialog", what: "Until the dialog of a first visit", scripts: ["entry", "banner"], kB: 9.125 },
  { id: "center", what: "The preference center, once it is opened", scripts: ["center"], kB: 13 },
  { id: "returning", what: "A returning visitor who agreed", scripts: ["entry", "engine"], kB: 16 },
  {
    id: "all",
    what: "Everything",
    scripts: ["entry", "banner", "audit", "center", "embeds", "clean", "engine", "why"],
    kB: 42,
  },
] as const satisfies readonly Situation[];

/** The entry with the dialog in it, where the site lets the edge send it so. */
export const ASKING = { what: "The same as one file, for who has not chosen", kB: 9 };

export type SituationId = (typeof SITUATIONS)[number]["id"];

/** Bytes by situation, of the scripts' own. */
export function inSituations(bytesOf: (script: ScriptName) => number): Readonly<Record<SituationId, number>> {
  return Object.fromEntries(
    SITUATIONS.map(({ id, scripts }) => [id, scripts.reduce((sum, script) => sum + bytesOf(script), 0)]),
  ) as Record<SituationId, number>;
}
