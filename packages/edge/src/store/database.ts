/** Opens a file of SQLite, to write or only to read, and brings its tables to this version. */
import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "libsql";
import { codeOf } from "../errors.ts";

/** Step n turns a database of `user_version` n into one of n + 1. A released step is never changed. */
export type Steps = readonly string[];

/**
 * Makes the file, with its folder, when it is not there, and brings its tables to this version. `patience` (ms): how
 * long a write waits for another process.
 */
export function openToWrite(file: string, steps: Steps, patience = 5_000): Database.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  return open(resolve(file), (database) => {
    // FULL: in this journal mode NORMAL may lose what was acknowledged when the power fails.
    // https://www.sqlite.org/pragma.html#pragma_synchronous
    // On macOS fsync leaves it in the drive's own memory; nowhere else do the last two change anything.
    // https://www.sqlite.org/pragma.html#pragma_fullfsync
    database.exec(`pragma busy_timeout = ${Math.trunc(patience)}; pragma journal_mode = wal; pragma synchronous = full;
    pragma fullfsync = on; pragma checkpoint_fullfsync = on`);
    migrate(database, steps);
  });
}

/** Never makes a database. Throws when there is none, or one of another version. */
export function openToRead(file: string, steps: Steps): Database.Database {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}.`);
  // The driver has no read-only option of its own, but SQLite takes one in an address.
  const address = `${pathToFileURL(file).href}?mode=ro`;
  const check = (database: Database.Database) => {
    database.exec("pragma busy_timeout = 5000");
    if (versionOf(database) !== steps.length) throw new Error(`${file} is not a database of this version.`);
  };
  try {
    return open(address, check);
  } catch (error) {
    // Beside the file others may write a log, which every reader notes in a file of its own. Where there is no log, and the
    // folder has no place for one, the file can be read as it is: https://www.sqlite.org/wal.html#read_only_databases
    const isRefused = /^SQLITE_(CANTOPEN|IOERR_SHMSIZE)$/.test(codeOf(error) ?? "");
    if (!isRefused || statSync(`${file}-wal`, { throwIfNoEntry: false })?.size) throw error;
    return open(`${address}&immutable=1`, check);
  }
}

/** Gives the connection back where `prepare` throws. */
function open(address: string, prepare: (database: Database.Database) => void): Database.Database {
  const database = connect(address);
  try {
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function connect(address: string): Database.Database {
  try {
    return new Database(address);
  } catch (error) {
    // Here alone the driver has SQLite's code in its words, as a number: https://www.sqlite.org/rescode.html#cantopen
    if (!(error instanceof Error) || codeOf(error) || !error.message.endsWith(': 14")')) throw error;
    throw Object.assign(new Error(error.message, { cause: error }), { code: "SQLITE_CANTOPEN" });
  }
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

function migrate(database: Database.Database, steps: Steps): void {
  // What is of this version is left as it is: to begin a write takes room.
  if (versionOf(database) === steps.length) return;
  transaction(database, () => {
    // Of two processes that start at once, the second must see the first one's steps.
    const version = versionOf(database);
    if (version > steps.length) throw new Error("The database was made by a newer version of Ghostlight.");
    for (const step of steps.slice(version)) database.exec(step);
    database.exec(`pragma user_version = ${steps.length}`);
  })(undefined);
}

function versionOf(database: Database.Database): number {
  const [row] = database.prepare("pragma user_version").all() as { user_version: number }[];
  return row?.user_version ?? 0;
}
