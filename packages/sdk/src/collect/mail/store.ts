/** Keeps the outbox, and who the visitor is, on the device: one value in a database that goes with `analytics`. */
import { createDatabase } from "../../env/database.ts";
import { deleteDatabase, EVENTS_DATABASE } from "../../env/delete-database.ts";
import { createQueue } from "../../env/queue.ts";
import type { Reporter } from "../../env/report.ts";
import { type Mail, NO_MAIL, reviveMail } from "../outbox.ts";

export interface MailStore {
  /**
   * What `step` makes of it, in one transaction; it may run twice. `NO_MAIL`, with nothing kept, where consent has gone:
   * that is asked inside the transaction, so that no tab writes back what another erased.
   */
  readonly change: (step: (mail: Mail) => Mail) => Promise<Mail>;
  /** Leaves no trace, in any tab. What comes later starts anew. */
  readonly erase: () => Promise<void>;
}

const KEY = "events";

/** `may`: whether anything may be kept, as of now. `gone` is called when all is deleted, here or in another tab. */
export function createMailStore(note: Reporter["note"], may: () => boolean, gone: () => void): MailStore {
  const enqueue = createQueue();
  const open = () => createDatabase(EVENTS_DATABASE, (_, error) => note("events-memory", error), gone);
  let database = open();
  return {
    change(step) {
      const here = database;
      const isOpen = (): boolean => here === database && may();
      return enqueue(async () => {
        let mail = NO_MAIL;
        // A database that must not be there is not even opened: that would make it.
        if (isOpen()) {
          await here.update(KEY, (stored) => {
            if (!isOpen()) return undefined;
            const before = reviveMail(stored);
            mail = step(before);
            return mail === before ? undefined : mail;
          });
        }
        return isOpen() ? mail : NO_MAIL;
      });
    },
    erase() {
      const { close } = database;
      database = open();
      gone();
      return enqueue(async () => {
        await close();
        await deleteDatabase(EVENTS_DATABASE);
      });
    },
  };
}
