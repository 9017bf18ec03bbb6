/** The store of one machine: one file, written by one process, readable by others meanwhile. */
import { codeOf } from "../errors.ts";
import { openToRead, openToWrite, transaction } from "./database.ts";
import { createGroups } from "./group.ts";
import { EVENTS, INSERT, MIGRATIONS } from "./schema.ts";
import type { AppendResult, Arrivals, Store, StoredEvent } from "./store.ts";

export interface SqliteOptions {
  /** Address of the database file. Made, with its folder, when it is not there. */
  readonly file: string;
  /** Only reads; then a missing file is an error. Default false. */
  readonly readOnly?: boolean;
  /** Rows read at a time by `events`. Default 500. */
  readonly portion?: number;
  /** How long to wait for another process that writes, in ms. Default 5,000. */
  readonly patience?: number;
}

interface Batch {
  readonly site: string;
  readonly arrivals: Arrivals;
}

/** Events committed together at most: some 10 ms, during which nobody else is answered. */
const GROUP = 500;

/** Opens or makes the database. Throws when the file cannot be used, or is of a newer version than this. */
export function openSqliteStore({ file, readOnly = false, portion = 500, patience = 5_000 }: SqliteOptions): Store {
  const database = readOnly ? openToRead(file, MIGRATIONS) : openToWrite(file, MIGRATIONS, patience);
  const insert = database.prepare(INSERT);
  const eventRows = database.prepare(EVENTS);
  const enrolRow = database.prepare("insert into site (id) values (?) on conflict do nothing");
  const enrolled = new Set<string>();
  const enrol = (site: string) => {
    if (enrolled.has(site)) return;
    enrolRow.run(site);
    enrolled.add(site);
  };
  const append = ({ site, arrivals: { receivedAt, sentAt, events } }: Batch): AppendResult => {
    let stored = 0;
    for (const { id, at, body } of events) stored += insert.run(site, id, at, receivedAt, sentAt, body).changes;
    return { stored, duplicate: events.length - stored };
  };
  const groups = createGroups<Batch, AppendResult>({
    together: transaction(database, (batches: readonly Batch[]) => batches.map(append)),
    untried: (failure) => codeOf(failure) === "SQLITE_BUSY",
    sizeOf: ({ arrivals }) => arrivals.events.length,
    most: GROUP,
    soon: setImmediate,
  });

  return {
    enrol: async (site) => enrol(site),
    async sites() {
      return (database.prepare("select id from site order by id").all() as { id: string }[]).map(({ id }) => id);
    },
    async append(site, arrivals) {
      enrol(site);
      return groups.add({ site, arrivals });
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
      groups.flush();
      database.close();
    },
  };
}
