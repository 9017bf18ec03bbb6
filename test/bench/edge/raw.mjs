// @ts-check
/**
 * What the same store does with the same events when nothing else happens: no HTTP, no checks. Same binding, same file
 * system, same settings, same tables and indexes, in a process of its own.
 */
import { openToRead, openToWrite } from "../../../packages/edge/dist/store/database.js";
import { MIGRATIONS } from "../../../packages/edge/dist/store/schema.js";
import { newEvent } from "./batches.mjs";

/**
 * @typedef {object} RawJob
 * @property {string} file of its own for each way, so that all have stored as much before
 * @property {"alone" | "together" | "statement"} way
 * @property {number} batches
 * @property {number} events in each batch
 */

const SECONDS = 10;
const INSERT = "insert into event (site, id, at, received_at, sent_at, body) values (?, ?, ?, ?, ?, ?)";
const INSERT_ALL = `insert into event (site, id, at, received_at, sent_at, body)
  select ?, value ->> 0, value ->> 1, ?, ?, value ->> 2 from json_each(?)`;
const SITE = "raw";

/** @type {Map<string, ReturnType<typeof openToWrite>>} */
const opened = new Map();

/** @param {RawJob} job */
function run({ file, way, batches, events }) {
  const database = opened.get(file) ?? openToWrite(file, MIGRATIONS);
  opened.set(file, database);
  // The texts are there before the clock runs.
  const all = Array.from({ length: batches }, () =>
    Array.from({ length: events }, () => {
      const event = newEvent();
      return { id: event.messageId, at: Date.parse(event.timestamp), body: JSON.stringify(event) };
    }),
  );
  const insert = database.prepare(INSERT);
  const append = database.prepare(INSERT_ALL);
  const now = Date.now();
  const one = (/** @type {{ id: string, at: number, body: string }} */ { id, at, body }) =>
    insert.run(SITE, id, at, now, now, body);
  const together = database.transaction((/** @type {typeof all[number]} */ batch) => batch.forEach(one));
  /** @type {Record<RawJob["way"], (batch: typeof all[number]) => void>} */
  const ways = {
    // Each event is one INSERT that commits itself.
    alone: (batch) => batch.forEach(one),
    // Each event is one INSERT; those of a batch commit together.
    together,
    // The events of a batch are one statement that commits itself.
    statement: (batch) =>
      void append.run(SITE, now, now, JSON.stringify(batch.map(({ id, at, body }) => [id, at, body]))),
  };
  const start = performance.now();
  let done = 0;
  for (const batch of all) {
    if (performance.now() - start > SECONDS * 1_000) break;
    ways[way](batch);
    done++;
  }
  return { events: done * events, seconds: (performance.now() - start) / 1_000 };
}

/** @param {string} file of which the events are counted */
function countEvents(file) {
  const database = openToRead(file, MIGRATIONS);
  const [row] = /** @type {{ events: number }[]} */ (database.prepare("select count(*) as events from event").all());
  database.close();
  return row?.events;
}

process.on("message", (/** @type {RawJob | { count: string }} */ job) => {
  try {
    process.send?.({ result: "count" in job ? countEvents(job.count) : run(job) });
  } catch (error) {
    process.send?.({ failure: String(error) });
  }
});
