/** A small IndexedDB database, and memory in its place where a browser denies, blocks or loses it. */
import { promisifyRequest, type UseStore } from "idb-keyval";
import { hasDatabase } from "./delete-database.ts";
import type { Reporter } from "./report.ts";

export interface Database {
  /** Makes no database where there is none: looking must leave no trace. */
  readonly read: (key: string) => Promise<unknown>;
  /** Stores what `change` makes of the value, in one transaction: two tabs never overwrite each other's. Resolves to the new value. Undefined is not stored: what is there stays. */
  readonly update: <T>(key: string, change: (value: unknown) => T) => Promise<T>;
  /** Lets go of it, so that it can be deleted. This object is of no use afterwards. */
  readonly close: () => Promise<void>;
}

/** ms after which an `open` that never answers counts as denied; another tab's old connection can hold it up. */
const OPEN_TIMEOUT = 2_000;

const OBJECTS = "values";

/**
 * Opens on first use. `note` hears `storage-memory` once, with the reason; `gone` hears that another tab deletes all.
 */
export function createDatabase(name: string, note: Reporter["note"], gone?: () => void): Database {
  const memory = new Map<string, unknown>();
  let opening: Promise<IDBDatabase> | undefined;
  let inMemory = false;
  let closed = false;
  let transaction: IDBTransaction | undefined;
  /** Whether what fails is done once more: over a connection that is older, or as its page was left. */
  let again = false;

  // What is not finished as its page is left keeps all that follow out of the database, in WebKit alone, for half an hour
  // or for ever: each time in WebKitGTK 2.50; https://bugs.webkit.org/show_bug.cgi?id=315804, and of Safari
  // https://github.com/jakearchibald/idb-keyval/issues/180. Should the page come back, it hears of it then, and does it again.
  if (navigator.vendor.startsWith("Apple"))
    addEventListener("pagehide", () => {
      again = true;
      try {
        transaction?.abort();
      } catch {
        // It was done.
      }
    });

  const store: UseStore = async (mode, use) => {
    again = opening !== undefined;
    opening ??= open(name, (deleted) => {
      opening = undefined;
      if (!deleted) return;
      memory.clear();
      gone?.();
    });
    try {
      const database = await opening;
      transaction = database.transaction(OBJECTS, mode);
      return await use(transaction.objectStore(OBJECTS));
    } catch (error) {
      opening = undefined;
      // Once more over a new connection: browsers drop old ones, as WebKit those of pages in the background, and
      // some never say so. https://github.com/jakearchibald/idb-keyval/pull/175
      if (again) return store(mode, use);
      throw error;
    }
  };

  /** The last values seen live on in memory, so that a failing disk loses nothing of this page view. */
  async function orMemory<T>(onDisk: () => Promise<T>, otherwise: () => T): Promise<T> {
    if (closed) throw new Error("closed");
    if (!inMemory) {
      try {
        return await onDisk();
      } catch (error) {
        if (!inMemory) note("storage-memory", error);
        inMemory = true;
      }
    }
    return otherwise();
  }

  return {
    read: (key) =>
      orMemory(
        async () => {
          if (!opening && !(await hasDatabase(name))) return undefined;
          const value: unknown = await store("readonly", (values) => promisifyRequest(values.get(key)));
          memory.set(key, value);
          return value;
        },
        () => memory.get(key),
      ),
    async update(key, change) {
      const next = await orMemory(
        () =>
          store("readwrite", async (values) => {
            const value: unknown = await promisifyRequest(values.get(key));
            const changed = change(value);
            memory.set(key, value);
            if (changed !== undefined) values.put(changed, key);
            await promisifyRequest(values.transaction);
            return changed;
          }),
        () => change(memory.get(key)),
      );
      if (next !== undefined) memory.set(key, next);
      return next;
    },
    async close() {
      closed = true;
      memory.clear();
      const database = await opening?.catch(() => undefined);
      database?.close();
    },
  };
}

/**
 * `lost` is called when the connection closes: another tab deletes all, or the browser gives the database up. Of any
 * version: a release that is taken back must find what the later one kept.
 */
function open(name: string, lost: (deleted: boolean) => void, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    setTimeout(reject, OPEN_TIMEOUT, new Error("no answer"));
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => request.result.createObjectStore(OBJECTS);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = () => lost(false);
      database.onversionchange = () => {
        database.close();
        lost(true);
      };
      // Where somebody opened it and left it empty, ours comes in: nobody's is lost. The request closes this connection.
      resolve(database.objectStoreNames.length ? database : open(name, lost, database.version + 1));
    };
  });
}
