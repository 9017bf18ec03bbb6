/** Cuts a stream of bytes into lines, however long it is. */

export interface Line {
  /** From 1. */
  readonly number: number;
  /** Undefined where the line is longer than may be held. */
  readonly text: string | undefined;
}

/** What one read gave: the lines that ended in it, and how many bytes it was. */
export interface Piece {
  readonly lines: readonly Line[];
  readonly bytes: number;
}

/** Bytes of a line: thirty times what the edge takes as one event. */
export const LONGEST_LINE = 1_048_576;

const LINE_END = 10;

/** Ends lines at `\n` or `\r\n`; a byte order mark before the first is left out, and so is nothing else. */
export async function* readLines(input: AsyncIterable<Buffer>, longest = LONGEST_LINE): AsyncGenerator<Piece> {
  let open: Buffer[] = [];
  let length = 0;
  let number = 0;
  const keep = (part: Buffer): void => {
    length += part.length;
    if (length <= longest) open.push(part);
  };
  const close = (): Line => {
    const [only = Buffer.alloc(0)] = open;
    const bytes = open.length > 1 ? Buffer.concat(open) : only;
    const text = length > longest ? undefined : bytes.toString("utf8").replace(/\r$/, "");
    open = [];
    length = 0;
    number++;
    // Editors on Windows put a byte order mark first.
    return { number, text: number === 1 ? text?.replace(/^\uFEFF/, "") : text };
  };
  for await (const chunk of input) {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LINE_END); end >= 0; end = chunk.indexOf(LINE_END, start)) {
      keep(chunk.subarray(start, end));
      lines.push(close());
      start = end + 1;
    }
    if (start < chunk.length) keep(chunk.subarray(start));
    yield { lines, bytes: chunk.length };
  }
  if (length) yield { lines: [close()], bytes: 0 };
}
