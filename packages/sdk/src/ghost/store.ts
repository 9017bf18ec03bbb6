/** Keeps the ghost on the device. */
import { type Context, type Ghost, type Life, type Plan, resumeLife, reviveGhost } from "@ghostlight/rules";
import { createDatabase } from "../env/database.ts";
import { DATABASE, deleteDatabase } from "../env/delete-database.ts";
import type { Reporter } from "../env/report.ts";

export interface GhostStore {
  /**
   * What `change` makes of the ghost as it is, or of one that has seen nothing; its transitions are all that happened
   * since anybody looked last, in whichever tab. In one transaction, so no tab loses or repeats another's: a lock of
   * the Web Locks API would do the same once more. `now` in ms.
   */
  readonly step: (plan: Plan, now: number, context: Context, change: (life: Life) => Life) => Promise<Life>;
  /** Everything kept, by key, for the visitor to see. */
  readonly dump: () => Promise<Readonly<Record<string, unknown>>>;
  /** Leaves no trace, in any tab. What comes later starts anew. */
  readonly erase: () => Promise<void>;
}

const GHOST = "ghost";

const textOf = (ghost: Ghost, context: Context): string => JSON.stringify([ghost, context]);

export function createGhostStore(note: Reporter["note"]): GhostStore {
  let database = createDatabase(DATABASE, note);
  /** The latest look, and in what surroundings: as text only once there is another, which on most pages there is not. */
  let latest: { readonly life: Life; readonly context: Context } | undefined;
  return {
    async step(plan, now, context, change) {
      await database.update(GHOST, (stored): Ghost | undefined => {
        const ghost = reviveGhost(stored, now, plan);
        // What nobody else has changed since is known: then only the rules that `change` touches are looked at.
        const before =
          latest && textOf(latest.life.ghost, latest.context) === textOf(ghost, context)
            ? { ...latest.life, transitions: [] }
            : resumeLife(plan, ghost, ghost.asOf, context);
        const after = change(before);
        const life = { ...after, transitions: [...before.transitions, ...after.transitions] };
        latest = { life, context };
        // Of one that has seen nothing there is nothing to keep: it would be a trace after everything was erased.
        return stored || after.ghost.session.n ? after.ghost : undefined;
      });
      if (!latest) throw new TypeError();
      return latest.life;
    },
    dump: async () => ({ [GHOST]: await database.read(GHOST) }),
    async erase() {
      const { close } = database;
      database = createDatabase(DATABASE, note);
      latest = undefined;
      await close();
      await deleteDatabase(DATABASE);
    },
  };
}
