/** Whether a compiled clause holds now, and when time alone may change that. */
import type { Tally } from "../ghost/ghost.ts";
import type { Clause, Comparison } from "../plan.ts";

/** `flip`: the earliest instant (ms since 1970) after `now` at which `held` may change with no new event; Infinity: never. */
export interface Outcome {
  readonly held: boolean;
  readonly flip: number;
}

/** What a clause may read. */
export interface Reading {
  /** ms since 1970. */
  readonly now: number;
  readonly tally: (counter: number) => Tally | undefined;
  readonly segment: (index: number) => Outcome;
  readonly stage: (name: string) => Outcome;
}

/** Evaluates a clause. Cost depends on the clause alone, never on how many events came before. */
export function evaluateClause(clause: Clause, reading: Reading): Outcome {
  switch (clause[0]) {
    case "all":
    case "any":
      return join(clause[1], clause[0] === "all", reading);
    case "not": {
      const { held, flip } = evaluateClause(clause[1], reading);
      return { held: !held, flip };
    }
    case "count":
      return counted(reading.tally(clause[1]), clause[2], clause[3], reading.now);
    case "first":
    case "last":
      return aged(reading.tally(clause[1])?.[clause[0]], clause[2], reading.now);
    case "without":
      return missed(reading.tally(clause[1])?.last, reading.tally(clause[2])?.last, clause[3], reading.now);
    case "segment":
      return reading.segment(clause[1]);
    case "stage":
      return reading.stage(clause[1]);
  }
}

/** Every part is looked at, also after the answer is known: a part that decides nothing now may flip first. */
function join(parts: readonly Clause[], all: boolean, reading: Reading): Outcome {
  let held = all;
  let flip = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const outcome = evaluateClause(part, reading);
    held = all ? held && outcome.held : held || outcome.held;
    flip = Math.min(flip, outcome.flip);
  }
  return { held, flip };
}

/** Without a window the count is over all time. An instant t lies in the window while now − t < within. */
function counted(tally: Tally | undefined, comparison: Comparison, within: number | undefined, now: number): Outcome {
  if (within === undefined) return { held: compares(tally?.n ?? 0, comparison), flip: Number.POSITIVE_INFINITY };
  const inside = (tally?.at ?? []).filter((instant) => now - instant < within);
  const oldest = Math.min(...inside);
  return { held: compares(inside.length, comparison), flip: oldest + within };
}

/** How long ago an instant was; an event that never came satisfies no age. */
function aged(instant: number | undefined, comparison: Comparison, now: number): Outcome {
  if (instant === undefined) return { held: false, flip: Number.POSITIVE_INFINITY };
  const flips = Object.entries(comparison)
    .map(([operator, age]: [string, number]) => instant + age + (operator === "$gt" || operator === "$lte" ? 1 : 0))
    .flatMap((flip) => (flip > now ? [flip] : flip === now ? [flip + 1] : []));
  return { held: compares(now - instant, comparison), flip: Math.min(...flips) };
}

/** A came, and for `within` ms no B since. */
function missed(came: number | undefined, since: number | undefined, within: number, now: number): Outcome {
  if (came === undefined || (since !== undefined && since >= came)) {
    return { held: false, flip: Number.POSITIVE_INFINITY };
  }
  const due = came + within;
  return now >= due ? { held: true, flip: Number.POSITIVE_INFINITY } : { held: false, flip: due };
}

function compares(value: number, { $eq, $ne, $gt, $gte, $lt, $lte }: Comparison): boolean {
  return (
    ($eq === undefined || value === $eq) &&
    ($ne === undefined || value !== $ne) &&
    ($gt === undefined || value > $gt) &&
    ($gte === undefined || value >= $gte) &&
    ($lt === undefined || value < $lt) &&
    ($lte === undefined || value <= $lte)
  );
}
