/** The store of one machine: one file, written by one process, readable by others meanwhile. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import Database from "libsql";
import { APPEND, EVENTS, MIGRATIONS } from "./schema.ts";
import type { Store, StoredEvent } from "./store.ts";

export interface SqliteOptions {
  /** Address of the database file. Made, with its folder, when it is not there. */
  readonly file: string;
  /** Only reads; then a missing file is an error. Default false. */
  readonly readOnly?: boolean;
  /** Rows read at a time by `events`. Default 500. */
  readonly portion?: number;
}

/** Opens or makes the database. Throws when the file cannot be used, or is of a newer version than this. */
export function openSqliteStore({ file, readOnly = false, portion = 500 }: SqliteOptions): Store {
  const database = readOnly ? openToRead(file) : openToWrite(file);
  const appendRows = database.prepare(APPEND);
  const eventRows = database.prepare(EVENTS);
  const enrolRow = database.prepare("insert into site (id) values (?) on conflict do nothing");
  const enrolled = new Set<string>();
  const enrol = (site: string) => {
    if (enrolled.has(site)) return;
    enrolRow.run(site);
    enrolled.add(site);
  };

  return {
    enrol: async (site) => enrol(site),
    async sites() {
      return (database.prepare("select id from site order by id").all() as { id: string }[]).map(({ id }) => id);
    },
    async append(site, { receivedAt, sentAt, events }) {
      enrol(site);
      const rows = JSON.stringify(events.map(({ id, at, body }) => [id, at, body]));
      const { changes } = appendRows.run(site, receivedAt, sentAt, rows);
      return { stored: changes, duplicate: events.length - changes };
    },
    async *events(site) {
      const [{ last } = { last: 0 }] = database.prepare("select coalesce(max(seq), 0) as last from event").all() as {
        last: number;
      }[];
      let [at, seq] = [Number.MIN_SAFE_INTEGER, 0];
      for (;;) {
        const rows = eventRows.all(site, at, seq, last, portion) as (StoredEvent & { seq: number })[];
        for (const { seq: _, ...event } of rows) yield event;
        const end = rows.at(-1);
        if (end === undefined || rows.length < portion) return;
        [at, seq] = [end.at, end.seq];
      }
    },
    async close() {
      database.close();
    },
  };
}

function openToWrite(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Database(resolve(file));
  // FULL: in this journal mode NORMAL may lose acknowledged events when the power fails.
  // https://www.sqlite.org/pragma.html#pragma_synchronous
  database.exec("pragma busy_timeout = 5000; pragma journal_mode = wal; pragma synchronous = full");
  migrate(database);
  return database;
}

function openToRead(file: string): Database.Database {
  if (!existsSync(file)) throw new Error(`There is no database at ${file}.`);
  // The driver has no read-only option of its own, but SQLite takes one in an address.
  const database = new Database(`${pathToFileURL(file).href}?mode=ro`);
  database.exec("pragma busy_timeout = 5000");
  if (versionOf(database) !== MIGRATIONS.length) throw new Error(`${file} is not a database of this version.`);
  return database;
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
