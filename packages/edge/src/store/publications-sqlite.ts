/**
 * Publications and the chunks of earlier releases in a file of their own: to publish never waits for the events, nor they
 * for it. One transaction for each change, so that a process that is killed leaves the whole of it or nothing.
 */
import { createHash } from "node:crypto";
import type Database from "libsql";
import { openToRead, openToWrite, type Steps, transaction } from "./database.ts";
import {
  CHUNK_LIFE,
  CHUNK_SURE_LIFE,
  type Chunk,
  KEPT_CHUNKS,
  KEPT_PUBLICATIONS,
  MOST_CHUNKS,
  type Publication,
  type PublicationDraft,
  type PublicationHead,
  type Publications,
  type PublishResult,
  type Releases,
} from "./publications.ts";

const MIGRATIONS: Steps = [
  `create table publication (
     site text not null,
     number integer not null,
     at integer not null,
     sha256 text not null,
     version text not null,
     note text not null,
     restores integer,
     file text not null,
     primary key (site, number)
   ) strict, without rowid;
   create table chunk (path text not null primary key, site text not null, hash text not null, at integer not null) strict, without rowid;
   create index chunk_by_time on chunk (site, at);
   create table chunk_text (hash text not null primary key, text text not null) strict;`,
];

const HEAD = "number, at, sha256, version, note, restores";

interface Kept {
  readonly site: string;
  readonly chunks: readonly Chunk[];
  readonly now: number;
}

type Row = Omit<Publication, "restores"> & { readonly restores: number | null };

/** Opens or makes the database. Throws when the file cannot be used, or is of a newer version than this. */
export function openSqlitePublications(file: string): Publications & Releases {
  return publicationsOf(openToWrite(file, MIGRATIONS));
}

/** Only to read, also where nothing may be written. Throws when there is no database, or one of another version. */
export function readSqlitePublications(file: string): Publications & Releases {
  return publicationsOf(openToRead(file, MIGRATIONS));
}

function publicationsOf(database: Database.Database): Publications & Releases {
  const heads = database.prepare("select site, max(number) as number from publication group by site");
  const history = database.prepare(`select ${HEAD} from publication where site = ? order by number desc`);
  const read = database.prepare(`select ${HEAD}, file from publication where site = ? and number = ?`);
  const latest = database.prepare(`select ${HEAD} from publication where site = ? order by number desc limit 1`);
  const insert = database.prepare(`insert into publication (site, ${HEAD}, file) values (?, ?, ?, ?, ?, ?, ?, ?)`);
  const forget = database.prepare("delete from publication where site = ? and number <= ?");
  const chunk = database.prepare(
    "insert into chunk (path, site, hash, at) values (?, ?, ?, ?) on conflict (path) do update set at = excluded.at",
  );
  const chunkText = database.prepare("insert into chunk_text (hash, text) values (?, ?) on conflict do nothing");
  const find = database.prepare("select text from chunk join chunk_text using (hash) where path = ?");

  function publish({ site, file, at, version, note, restores }: PublicationDraft): PublishResult {
    const current = (latest.all(site) as Row[])[0];
    const sha256 = createHash("sha256").update(file).digest("hex");
    if (current?.sha256 === sha256) return { isNew: false, publication: headOf(current) };
    const number = (current?.number ?? 0) + 1;
    const row = { number, at, sha256, version, note, restores: restores ?? null };
    insert.run(site, number, at, sha256, version, note, row.restores, file);
    forget.run(site, number - KEPT_PUBLICATIONS);
    return { isNew: true, publication: headOf(row) };
  }

  const expire = database.prepare("delete from chunk where at < ?");
  const trim = database.prepare(
    `delete from chunk where site = ?1 and at < ?3 and path in
       (select path from chunk where site = ?1 order by at desc limit -1 offset ?2)`,
  );
  const tidy = database.prepare("delete from chunk_text where hash not in (select hash from chunk)");

  const publishAll = transaction(database, (drafts: readonly PublicationDraft[]) => drafts.map(publish));
  const keepAll = transaction(database, ({ site, chunks, now }: Kept) => {
    for (const { path, hash, text } of chunks) {
      chunk.run(path, site, hash, now);
      chunkText.run(hash, text);
    }
    expire.run(now - CHUNK_LIFE);
    trim.run(site, KEPT_CHUNKS, now - CHUNK_SURE_LIFE);
    trim.run(site, MOST_CHUNKS, Number.MAX_SAFE_INTEGER);
    tidy.run();
  });

  return {
    async current() {
      const rows = heads.all() as { site: string; number: number }[];
      return new Map(rows.map(({ site, number }) => [site, number]));
    },
    history: async (site) => (history.all(site) as Row[]).map(headOf),
    async read(site, number) {
      const [row] = read.all(site, number) as Row[];
      return row && { ...headOf(row), file: row.file };
    },
    // Of two who publish at once, the second sees the number that the first one took: it waits for its turn.
    publish: async (drafts) => publishAll(drafts),
    keep: async (site, chunks, now) => keepAll({ site, chunks, now }),
    find: async (path) => (find.all(path) as { text: string }[])[0]?.text,
    async close() {
      database.close();
    },
  };
}

function headOf({ number, at, sha256, version, note, restores }: Omit<Row, "file">): PublicationHead {
  return { number, at, sha256, version, note, ...(restores !== null && { restores }) };
}
