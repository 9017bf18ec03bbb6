/** Sorted records on disk, one a line, and several of them as one. */
import { closeSync, openSync, readSync, rmSync, writeSync } from "node:fs";

/** Sorted by key, then by instant, then by line. */
export interface Sortable {
  /** Without line ends and tabs, such as a text in JSON. */
  readonly key: string;
  /** ms since 1970. */
  readonly at: number;
  /** Where it was read: of two at one instant, the earlier comes first. */
  readonly line: number;
  /** Without line ends. */
  readonly body: string;
}

/** Bytes read or written at once. */
const PIECE = 131_072;

const LINE_END = 10;

export function compareRecords(a: Sortable, b: Sortable): number {
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.at - b.at || a.line - b.line;
}

export function writeRun(file: string, records: Iterable<Sortable>): void {
  const descriptor = openSync(file, "wx", 0o600);
  try {
    let piece = "";
    for (const { key, at, line, body } of records) {
      piece += `${key}\t${at}\t${line}\t${body}\n`;
      if (piece.length < PIECE) continue;
      writeAll(descriptor, piece);
      piece = "";
    }
    writeAll(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

/** Reads what {@link writeRun} wrote, and removes the file. */
export function* readRun(file: string): Generator<Sortable> {
  const descriptor = openSync(file, "r");
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      const piece = Buffer.allocUnsafe(PIECE);
      const length = readSync(descriptor, piece);
      if (length === 0) return;
      const bytes = rest.length ? Buffer.concat([rest, piece.subarray(0, length)]) : piece.subarray(0, length);
      let start = 0;
      for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, start)) {
        yield parse(bytes.toString("utf8", start, end));
        start = end + 1;
      }
      rest = bytes.subarray(start);
    }
  } finally {
    closeSync(descriptor);
    rmSync(file, { force: true });
  }
}

function parse(text: string): Sortable {
  const first = text.indexOf("\t");
  const second = text.indexOf("\t", first + 1);
  const third = text.indexOf("\t", second + 1);
  const at = Number(text.slice(first + 1, second));
  return { key: text.slice(0, first), at, line: Number(text.slice(second + 1, third)), body: text.slice(third + 1) };
}

/** Sorted sources as one. */
export function* merge(sources: readonly Iterable<Sortable>[]): Generator<Sortable> {
  const iterators = sources.map((source) => source[Symbol.iterator]());
  /** The next of each source; the least comes last. */
  const heads: { readonly record: Sortable; readonly from: Iterator<Sortable> }[] = [];
  const draw = (from: Iterator<Sortable>): void => {
    const { done, value: record } = from.next();
    if (done) return;
    let low = 0;
    for (let high = heads.length; low < high; ) {
      const middle = (low + high) >> 1;
      const other = heads[middle]?.record;
      if (other && compareRecords(other, record) > 0) low = middle + 1;
      else high = middle;
    }
    heads.splice(low, 0, { record, from });
  };
  try {
    for (const iterator of iterators) draw(iterator);
    for (let head = heads.pop(); head; head = heads.pop()) {
      yield head.record;
      draw(head.from);
    }
  } finally {
    for (const iterator of iterators) iterator.return?.();
  }
}
