/** Deletes our database; apart from `database.ts`, because a page that loads no engine may have to do this too. */

/** Name of the IndexedDB database. */
export const DATABASE = "ghostlight";

/** Resolves when done or impossible. Creates nothing: where there is no such database, nothing happens. */
export function deleteDatabase(): Promise<void> {
  return new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(DATABASE);
      request.onsuccess = request.onerror = request.onblocked = () => resolve();
    } catch {
      // Denied here, so nothing of ours can lie here.
      resolve();
    }
  });
}
