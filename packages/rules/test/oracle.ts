/** The same rules told naively, over the whole log: what the counters are held to by property tests. */
import { evaluateCondition } from "../src/condition/evaluate.ts";
import type { Signal } from "../src/ghost/reduce.ts";
import type { Clause, Comparison, Plan } from "../src/plan.ts";
import type { Standing } from "../src/standing.ts";

/** Whether a clause holds at `now` for a log in any order. `stage` is the one that holds. */
export function rescan(clause: Clause, plan: Plan, log: readonly Signal[], now: number, stage: string): boolean {
  const instants = (counter: number): number[] => {
    const { event, where } = plan.counters[counter] ?? { event: "" };
    return log
      .filter((signal) => signal.name === event && (!where || evaluateCondition(where, signal.properties)))
      .map((signal) => signal.at);
  };
  switch (clause[0]) {
    case "all":
      return clause[1].every((part) => rescan(part, plan, log, now, stage));
    case "any":
      return clause[1].some((part) => rescan(part, plan, log, now, stage));
    case "not":
      return !rescan(clause[1], plan, log, now, stage);
    case "count": {
      const within = clause[3] ?? Number.POSITIVE_INFINITY;
      return satisfies(instants(clause[1]).filter((at) => now - at < within).length, clause[2]);
    }
    case "first":
    case "last": {
      const all = instants(clause[1]);
      const instant = clause[0] === "first" ? Math.min(...all) : Math.max(...all);
      return all.length > 0 && satisfies(now - instant, clause[2]);
    }
    case "without": {
      const came = Math.max(...instants(clause[1]));
      const answered = instants(clause[2]).some((at) => at >= came);
      return Number.isFinite(came) && !answered && now >= came + clause[3];
    }
    case "segment": {
      const segment = plan.segments[clause[1]];
      return segment !== undefined && rescan(segment[1], plan, log, now, stage);
    }
    case "stage":
      return stage === clause[1];
  }
}

/** Where the sender of a log stands at `now`; when that changes is not told. */
export function standingOf(plan: Plan, log: readonly Signal[], now: number): Omit<Standing, "flip"> {
  const stage = plan.stages.find(([, clause]) => rescan(clause, plan, log, now, ""))?.[0] ?? "";
  const holds = (clause: Clause) => rescan(clause, plan, log, now, stage);
  const segments = plan.segments.flatMap(([id, clause]) => (holds(clause) ? [id] : []));
  return { stage, segments, audiences: plan.audiences.map(holds) };
}

function satisfies(value: number, comparison: Comparison): boolean {
  const holds = {
    $eq: (operand: number) => value === operand,
    $ne: (operand: number) => value !== operand,
    $gt: (operand: number) => value > operand,
    $gte: (operand: number) => value >= operand,
    $lt: (operand: number) => value < operand,
    $lte: (operand: number) => value <= operand,
  };
  return Object.entries(holds).every(([operator, hold]) => {
    const operand = comparison[operator as keyof Comparison];
    return operand === undefined || hold(operand);
  });
}
