/** The events that an event clause speaks of, and what it says of them. */
import { at, isOfAge, kindsOf, meets, satisfies, totalOf } from "./compare.ts";
import { after } from "./span.ts";
import { currentVisit } from "./visits.ts";
import type { Days, Entry, EventText, Named } from "./words.ts";

export const isNamed = ({ event, where }: Named, entry: Entry): boolean =>
  (typeof event === "string" ? [event] : event).includes(entry.name) && meets(entry.properties, where);

/** Those named; or, of a sequence, the second steps that came in time. Equal instants count in order of arrival. */
function spokenOf(clause: EventText, log: readonly Entry[]): Entry[] {
  const { then } = clause;
  if (!then) return log.filter((entry) => isNamed(clause, entry));
  return log.filter((entry, index) => {
    if (!isNamed(then, entry)) return false;
    const starts = log.filter(
      (other, place) => isNamed(clause, other) && (other.at < entry.at || (other.at === entry.at && place < index)),
    );
    const latest = starts.length > 0 ? Math.max(...starts.map((start) => start.at)) : undefined;
    return latest !== undefined && entry.at <= after(latest, then.within);
  });
}

const isDate = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** Whether an instant lies in the clause's window at `now`. */
function counts(clause: EventText, then: number, log: readonly Entry[], now: number, days: Days): boolean {
  const { within, between, session } = clause;
  if (session) {
    const visit = currentVisit(log, now);
    return visit !== undefined && then >= visit.start;
  }
  if (between) {
    const [from, to] = between;
    if (isDate(from)) return from <= days.dateOf(then) && days.dateOf(then) <= to;
    return after(then, from) <= now && now < after(then, to);
  }
  if (within === undefined) return true;
  if (typeof within === "string") return now < after(then, within);
  return now < days.startOfDay(then, within.days);
}

/** Whether the clause holds at `now`, of a log in order of arrival. */
export function eventHolds(clause: EventText, whole: readonly Entry[], now: number, days: Days): boolean {
  const log = whole.filter((entry) => entry.at <= now);
  const events = spokenOf(clause, log);
  const instants = events.map((entry) => entry.at);
  if (clause.without) return isAbandoned(clause.without, instants, log, now);
  if (clause.first) return instants.length > 0 && isOfAge(Math.min(...instants), now, clause.first);
  if (clause.last) return instants.length > 0 && isOfAge(Math.max(...instants), now, clause.last);
  const counted = events.filter((entry) => counts(clause, entry.at, log, now, days));
  return satisfies(...measured(clause, counted));
}

function isAbandoned(absent: Named & { within: string }, came: readonly number[], log: readonly Entry[], now: number) {
  if (came.length === 0) return false;
  const latest = Math.max(...came);
  return now >= after(latest, absent.within) && !log.some((entry) => isNamed(absent, entry) && entry.at >= latest);
}

function measured(clause: EventText, counted: readonly Entry[]): Parameters<typeof satisfies> {
  const [path, wanted] = Object.entries(clause.sum ?? clause.distinct ?? {})[0] ?? [];
  if (path === undefined || wanted === undefined) return [counted.length, clause.count ?? { $gte: 1 }];
  const values = counted.map((entry) => at(entry.properties, path));
  return [clause.distinct ? kindsOf(values) : totalOf(values), wanted];
}
