/** How far long work is, on one line of a terminal that is written over. */

export interface Progress {
  /** `part` of the whole, 0 to 1; undefined where the whole is not known. */
  readonly show: (phase: string, part: number | undefined, events: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/** ms between two pictures. */
const REST = 100;
const WIDTH = 24;

/** `write` is undefined where nobody looks. `now`: a clock in ms. */
export function createProgress(
  write: ((text: string) => void) | undefined,
  now: () => number = () => performance.now(),
): Progress {
  let shown: { readonly phase: string; readonly since: number; readonly at: number } | undefined;
  return {
    show(phase, part, events) {
      if (!write) return;
      const at = now();
      const since = shown?.phase === phase ? shown.since : at;
      if (shown?.phase === phase && at - shown.at < REST) return;
      shown = { phase, since, at };
      write(`\r\u001b[K${picture(phase, part, events, at - since)}`);
    },
    clear() {
      if (shown) write?.("\r\u001b[K");
      shown = undefined;
    },
  };
}

function picture(phase: string, part: number | undefined, events: number, ms: number): string {
  const speed = ms ? `  ${count((events / ms) * 1000)} events/s` : "";
  if (part === undefined) return `${phase}  ${count(events)} events${speed}`;
  const done = Math.min(1, part);
  const bar = "█".repeat(Math.round(done * WIDTH)).padEnd(WIDTH, "░");
  return `${phase}  ${bar} ${String(Math.floor(done * 100)).padStart(3)} %${speed}`;
}

const count = (number: number): string => Math.round(number).toLocaleString("en");
