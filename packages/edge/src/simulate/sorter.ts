/** Sorts any number of records in bounded memory: in memory as long as they fit, else in runs on disk that are merged. */
import { compareRecords, merge, readRun, type Sortable, writeRun } from "./run.ts";
import type { Scratch } from "./scratch.ts";

export interface Sorter {
  readonly add: (record: Sortable) => void;
  /** All of them, in order. Once, and none may be added after. */
  readonly sorted: () => Iterable<Sortable>;
}

export interface Room {
  /** Characters that are held before they go to disk. */
  readonly chunk: number;
  /** Runs that are open at once; as many files as every system lets a process have. */
  readonly runs: number;
}

export const ROOM: Room = { chunk: 12_000_000, runs: 200 };

/** What a record weighs beside its texts, in characters. */
const OVERHEAD = 100;

export function createSorter(scratch: Scratch, room: Room = ROOM): Sorter {
  let held: Sortable[] = [];
  let weight = 0;
  let runs: string[] = [];

  const write = (records: Iterable<Sortable>): void => {
    const file = scratch.file();
    writeRun(file, records);
    runs.push(file);
  };
  const spill = (): void => {
    if (runs.length >= room.runs) {
      const full = runs;
      runs = [];
      write(merge(full.map(readRun)));
    }
    write(held.sort(compareRecords));
    held = [];
    weight = 0;
  };

  return {
    add(record) {
      held.push(record);
      weight += record.key.length + record.body.length + OVERHEAD;
      if (weight > room.chunk) spill();
    },
    sorted() {
      const last = held.sort(compareRecords);
      held = [];
      return runs.length ? merge([...runs.map(readRun), last]) : last;
    },
  };
}
