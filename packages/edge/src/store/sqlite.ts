/** The store of one machine: one file, written by one process, readable by others meanwhile. */
import { openToRead, openToWrite } from "./database.ts";
import { APPEND, EVENTS } from "./schema.ts";
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
