/** Whether a clause holds, by looking through the whole log. Slow, and simple enough to be believed. */
import { meets } from "./compare.ts";
import { eventHolds } from "./counted.ts";
import { factsAt } from "./facts.ts";
import { likes } from "./liking.ts";
import { isSilent } from "./visits.ts";
import type { Around, ClauseText, Entry, EventText, RulesText } from "./words.ts";

/** All that a clause can ask about at one instant. */
export interface View {
  readonly rules: RulesText;
  readonly log: readonly Entry[];
  readonly now: number;
  readonly around: Around;
  /** The stage at this instant; empty while stages are being told apart. */
  readonly stage: string;
  /** Whether the visitor is in a segment at this instant. */
  readonly isIn: (segment: string) => boolean;
}

export function holds(clause: ClauseText, view: View): boolean {
  const { rules, log, now, around } = view;
  if ("all" in clause) return clause.all.every((part) => holds(part, view));
  if ("any" in clause) return clause.any.some((part) => holds(part, view));
  if ("not" in clause) return !holds(clause.not, view);
  if ("segment" in clause) return view.isIn(clause.segment);
  if ("stage" in clause) return view.stage === clause.stage;
  if ("silent" in clause) return isSilent(log, now, rules.wakes, clause.silent);
  if ("fact" in clause) return meets({ ...factsAt(rules, log, now, around), stage: view.stage }, clause.fact);
  if ("value" in clause) return eventHolds(worth(rules, clause.value), log, now, around.calendar);
  if ("consent" in clause) return around.purposes.includes(clause.consent);
  if ("channel" in clause)
    return clause.preferred ? around.preferred === clause.channel : around.channels.includes(clause.channel);
  if ("affinity" in clause) {
    const affinity = rules.affinities[clause.affinity];
    return affinity !== undefined && likes(clause, affinity, log, now);
  }
  return eventHolds(clause, log, now, around.calendar);
}

function worth({ revenue, sizes }: RulesText, size: keyof RulesText["sizes"]): EventText {
  return { event: "Order Completed", sum: { [revenue]: { $gte: sizes[size] } }, within: "365d" };
}
