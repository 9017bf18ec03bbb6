/**
 * What takes the place of delivery where there is no edge: nothing is kept or sent. Tools that the page registers hear
 * messages as ever, of a visitor who has a pseudonym in memory, for this page view.
 */
import { dropDatabase, EVENTS_DATABASE } from "../../env/delete-database.ts";
import type { Identity } from "../identity.ts";
import type { Transport } from "../transport.ts";

export function createTransport(): Transport {
  let identity: Identity | undefined;
  // Of when there was an edge.
  dropDatabase(EVENTS_DATABASE);
  return {
    async take(seal) {
      const sealed = seal(identity, 0);
      identity = sealed.identity;
      return sealed.message;
    },
    flush: async () => {},
    read: async () => undefined,
    erase: async () => {
      identity = undefined;
    },
  };
}
