/** Deletes our databases; apart from `database.ts`, because a page that loads no engine may have to do this too. */

/** Name of the database that rests on `personalization`: the ghost. */
export const DATABASE = "ghostlight";

/** Name of the one that rests on `analytics`: the pseudonym, and events on their way. */
export const EVENTS_DATABASE = "ghostlight-events";

/** Name of the one that the visitor filled on purpose. */
export const PREFERENCES_DATABASE = "ghostlight-preferences";

/**
 * Deletes it, where there is one, as soon as nobody holds it open any more. Whoever opens it later waits for that, so
 * nobody here has to.
 */
export function dropDatabase(name: string): void {
  try {
    indexedDB.deleteDatabase(name);
  } catch {
    // Denied here, so nothing of ours can lie here.
  }
}

/** Resolves when done or impossible. Creates nothing: where there is no such database, nothing happens. */
export function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    } catch {
      // Denied here, so nothing of ours can lie here.
      resolve();
    }
  });
}

/** Whether there is such a database, found out without making it; true where that cannot be found out. */
export async function hasDatabase(name: string): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some((one) => one.name === name);
  } catch {
    return typeof indexedDB === "object";
  }
}
