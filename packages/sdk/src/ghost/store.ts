/** Keeps the ghost, and this browser's pseudonym, on the device. */
import { createGhost, type Ghost, type Plan, reduceGhost, reviveGhost, type Signal } from "@ghostlight/rules";
import { createDatabase } from "../env/database.ts";
import { DATABASE } from "../env/delete-database.ts";
import { createId } from "../env/ids.ts";
import type { Reporter } from "../env/report.ts";

export interface GhostStore {
  /** The ghost as it is, or one that has seen nothing. `now` in ms. */
  readonly read: (now: number) => Promise<Ghost>;
  /** Folds an event in; resolves to the ghost after it. */
  readonly fold: (signal: Signal, plan: Plan, now: number) => Promise<Ghost>;
  /** UUID of this browser, made on first use. */
  readonly pseudonym: () => Promise<string>;
  /** Everything kept, by key, for the visitor to see. */
  readonly dump: () => Promise<Readonly<Record<string, unknown>>>;
  readonly eraseGhost: () => Promise<void>;
  readonly erasePseudonym: () => Promise<void>;
  /** Leaves no trace, in any tab; of no use afterwards. */
  readonly erase: () => Promise<void>;
}

const GHOST = "ghost";
const PSEUDONYM = "id";

export function createGhostStore(note: Reporter["note"]): GhostStore {
  const database = createDatabase(DATABASE, note);
  return {
    async read(now) {
      const stored = await database.read(GHOST);
      return stored ? reviveGhost(stored, now) : createGhost(now);
    },
    fold: (signal, plan, now) =>
      database.update(GHOST, (stored) => reduceGhost(reviveGhost(stored, now), signal, plan)),
    pseudonym: () => database.update(PSEUDONYM, (stored) => (typeof stored === "string" ? stored : createId())),
    async dump() {
      return { [GHOST]: await database.read(GHOST), [PSEUDONYM]: await database.read(PSEUDONYM) };
    },
    eraseGhost: () => database.remove(GHOST),
    erasePseudonym: () => database.remove(PSEUDONYM),
    erase: database.erase,
  };
}
