/** The tables of the SQLite store, as the list of steps that lead to them, and its statements. */

import type { Steps } from "./database.ts";

/** Times are in ms since 1970. */
export const MIGRATIONS: Steps = [
  `create table site (id text not null primary key) strict, without rowid;
   create table event (
     seq integer primary key,
     site text not null,
     id text not null,
     at integer not null,
     received_at integer not null,
     sent_at integer not null,
     body text not null,
     unique (site, id)
   ) strict;
   create index event_by_time on event (site, at, seq);`,
];

/**
 * One event. Only the conflict of the key is ignored: `or ignore` would drop a row that breaks another rule too, and
 * call it a duplicate. A statement for each row, since taking a whole batch out of one JSON text costs half as much again.
 */
export const INSERT = `
  insert into event (site, id, at, received_at, sent_at, body) values (?, ?, ?, ?, ?, ?)
  on conflict (site, id) do nothing`;

/** A portion after (at, seq). No read transaction stays open between portions, which would keep the log from shrinking. */
export const EVENTS = `
  select seq, id, at, received_at as receivedAt, sent_at as sentAt, body from event
  where site = ?1 and (at, seq) > (?2, ?3) and seq <= ?4 order by at, seq limit ?5`;
