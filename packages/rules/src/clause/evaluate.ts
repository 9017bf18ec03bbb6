/** Whether a compiled clause holds now, and when time alone may change that. */
import { meets } from "../condition/holds.ts";
import { shareOf } from "../ghost/affinity.ts";
import { type Ghost, SESSION_GAP, type Tally } from "../ghost/ghost.ts";
import { tallyOf } from "../ghost/reduce.ts";
import type { AgeComparison, Clause } from "../plan.ts";
import { later } from "../time/span.ts";
import { aged, compares, turning } from "./compare.ts";
import { counted } from "./counted.ts";
import { always, earliest, isHeld, type Outcome } from "./outcome.ts";
import type { Reading } from "./reading.ts";

/** Evaluates a clause. Cost depends on the clause alone, never on how many events came before. */
export function evaluateClause(clause: Clause, reading: Reading): Outcome {
  const { now, ghost, context } = reading;
  switch (clause[0]) {
    case "all":
    case "any": {
      // Every part is looked at, also after the answer is known: a part that decides nothing now may flip first.
      const parts = clause[1].map((part) => evaluateClause(part, reading));
      const held = clause[0] === "all" ? parts.every(isHeld) : parts.some(isHeld);
      return { held, flip: earliest(parts) };
    }
    case "not": {
      const { held, flip } = evaluateClause(clause[1], reading);
      return { held: !held, flip };
    }
    case "count":
    case "sum":
    case "distinct":
      return counted(clause[0], tallyIn(reading, clause[1]), clause[2], clause[3], reading);
    case "first":
    case "last":
      return aged(tallyIn(reading, clause[1])?.[clause[0]], clause[2], now);
    case "without": {
      const came = tallyIn(reading, clause[1])?.last;
      const since = tallyIn(reading, clause[2])?.last;
      return came === undefined || (since !== undefined && since >= came)
        ? always(false)
        : aged(came, { $gte: clause[3] }, now);
    }
    case "silent":
      return silent(ghost, clause[1], now);
    case "segment":
      return reading.outcomes[reading.plan.stages.length + clause[1]] ?? always(false);
    case "stage":
      return always(ghost.stage[0] === clause[1]);
    case "fact":
      return always(meets(reading.facts(), clause[1], context.holds));
    case "consent":
      return always(context.purposes.includes(clause[1]));
    case "channel":
      return always(clause[2] ? context.preferred === clause[1] : context.channels.includes(clause[1]));
    default:
      return context.likes(clause, reading, compares, turning, shareOf);
  }
}

function tallyIn({ ghost, plan }: Reading, counter: number): Tally | undefined {
  return tallyOf(ghost, plan.counters[counter]);
}

/** Coming back does not end a silence; doing something does. */
function silent({ session, seen }: Ghost, comparison: AgeComparison, now: number): Outcome {
  if (!session.n) return always(false);
  const end = seen + SESSION_GAP;
  if (now >= end || session.awake) return aged(seen, comparison, now);
  const { before, start } = session;
  if (before === undefined) return { held: false, flip: end };
  return { held: compares(start, comparison, (span) => later(before, span)), flip: end, actual: start - before };
}
