/** Opens the file of the SQLite store, to write or only to read. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "libsql";
import { MIGRATIONS } from "./schema.ts";

/**
 * Makes the file, with its folder, when it is not there, and brings its tables to this version. `patience` (ms): how
 * long a write waits for another process.
 */
export function openToWrite(file: string, patience = 5_000): Database.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Database(resolve(file));
  // FULL: in this journal mode NORMAL may lose acknowledged events when the power fails.
  // https://www.sqlite.org/pragma.html#pragma_synchronous
  // On macOS fsync leaves them in the drive's own memory; nowhere else do the last two change anything.
  // https://www.sqlite.org/pragma.html#pragma_fullfsync
  database.exec(`pragma busy_timeout = ${Math.trunc(patience)}; pragma journal_mode = wal; pragma synchronous = full;
    pragma fullfsync = on; pragma checkpoint_fullfsync = on`);
  migrate(database);
  return database;
}

/** Never makes a file. Throws when there is none, or one of another version. */
export function openToRead(file: string): Database.Database {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}.`);
  // The driver has no read-only option of its own, but SQLite takes one in an address.
  const database = new Database(`${pathToFileURL(file).href}?mode=ro`);
  database.exec("pragma busy_timeout = 5000");
  if (versionOf(database) !== MIGRATIONS.length) throw new Error(`${file} is not a database of this version.`);
  return database;
}

/**
 * The function, as a transaction: all that it writes is on disk when it returns, and nothing when it throws. Waits for
 * another writer before it begins, and throws `SQLITE_BUSY` when its patience ends.
 */
export function transaction<A, R>(database: Database.Database, run: (argument: A) => R): (argument: A) => R {
  const begin = database.prepare("begin immediate");
  const commit = database.prepare("commit");
  const rollback = database.prepare("rollback");
  return (argument) => {
    begin.run();
    try {
      const result = run(argument);
      commit.run();
      return result;
    } catch (failure) {
      // Of some failures SQLite has rolled back itself; the driver's own would then report that instead.
      if (database.inTransaction) rollback.run();
      throw failure;
    }
  };
}

function migrate(database: Database.Database): void {
  // Immediate: of two processes that start at once, the second must see the first one's steps.
  database
    .transaction(() => {
      const version = versionOf(database);
      if (version > MIGRATIONS.length) throw new Error("The database was made by a newer version of Ghostlight.");
      for (const step of MIGRATIONS.slice(version)) database.exec(step);
      database.exec(`pragma user_version = ${MIGRATIONS.length}`);
    })
    .immediate();
}

function versionOf(database: Database.Database): number {
  const [row] = database.prepare("pragma user_version").all() as { user_version: number }[];
  return row?.user_version ?? 0;
}
