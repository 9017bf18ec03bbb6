/** What is kept: the same after a reload, never changed in place, never counted twice, and still there under other rules. */
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { GHOST_LIFE } from "../src/ghost/ghost.ts";
import { elapse, type Ghost, receive, reduceGhost, resumeLife, reviveGhost, standingOf } from "../src/index.ts";
import { decide } from "./oracle/machine.ts";
import type { Entry } from "./oracle/words.ts";
import { joined, timeless } from "./world/clauses.ts";
import { advance, beginRun, contextOf, ordered, planOf, type Run, receiveAll, stateOf } from "./world/engine.ts";
import { frozen } from "./world/freeze.ts";
import { around, disordered, logs } from "./world/logs.ts";
import { NO_RULES, rules } from "./world/rules.ts";
import { PATIENCE, runs } from "./world/words.ts";

vi.setConfig({ testTimeout: PATIENCE });

const DAY = 86_400_000;
const stored = (ghost: Ghost): unknown => JSON.parse(JSON.stringify(ghost));
const wait = fc.oneof(fc.constantFrom(0, 1, 1_800_000, 7 * DAY), fc.integer({ min: 0, max: 100 * DAY }));

/** The standing but for its flip: after a look at everything it may be told earlier, where what keeps a segment changes. */
const told = (...life: Parameters<typeof standingOf>) => ({ ...standingOf(...life), flip: undefined });

describe("a reload", () => {
  test("changes nothing: not the standing, not what comes after", () => {
    fc.assert(
      fc.property(rules, logs(8), logs(3), around, wait, (text, { born, log }, { log: more }, place, pause) => {
        const plan = planOf(text);
        const run = receiveAll(plan, beginRun(plan, born, place), log, place);
        const now = run.life.ghost.asOf;
        const ghost = reviveGhost(stored(run.life.ghost), now, plan);
        const life = resumeLife(plan, ghost, now, contextOf(place));
        expect(life.transitions).toEqual([]);
        expect(told(plan, life)).toEqual(told(plan, run.life));
        const later = more.map(
          (entry): Entry => ({ ...entry, id: `n${entry.id}`, at: entry.at - (more[0]?.at ?? 0) + now + pause }),
        );
        const [kept, again] = [run, { life, changes: run.changes }].map((one: Run) =>
          receiveAll(plan, one, later, place),
        );
        expect(again?.changes).toEqual(kept?.changes);
        expect(again && told(plan, again.life)).toEqual(kept && told(plan, kept.life));
      }),
      runs(150),
    );
  });

  test("after an absence tells what was missed, as a page that stayed open would have", () => {
    fc.assert(
      fc.property(rules, logs(8), around, wait, (text, { born, log }, place, pause) => {
        const plan = planOf(text);
        const run = receiveAll(plan, beginRun(plan, born, place), log, place);
        const now = run.life.ghost.asOf + pause;
        // What was stored goes after 13 months; no page stays open as long.
        fc.pre(now - run.life.ghost.seen < GHOST_LIFE);
        const back = resumeLife(plan, reviveGhost(stored(run.life.ghost), now, plan), now, contextOf(place));
        const open = elapse(plan, run.life, now, contextOf(place));
        expect(back.transitions).toEqual(open.transitions);
        expect(told(plan, back)).toEqual(told(plan, open));
      }),
      runs(100),
    );
  });

  test("in small steps tells the same as one leap", () => {
    fc.assert(
      fc.property(rules, logs(8), around, fc.array(wait, { maxLength: 8 }), (text, { born, log }, place, waits) => {
        const plan = planOf(text);
        const run = receiveAll(plan, beginRun(plan, born, place), log, place);
        const step = (one: Run, ms: number) =>
          advance(one, elapse(plan, one.life, one.life.ghost.asOf + ms, contextOf(place)));
        const whole = waits.reduce((sum, ms) => sum + ms, 0);
        expect(ordered(waits.reduce(step, run).changes)).toEqual(ordered(step(run, whole).changes));
      }),
      runs(100),
    );
  });
});

test("nothing that is handed in is changed, and the same goes in twice to come out the same", () => {
  fc.assert(
    fc.property(rules, logs(8), around, wait, (text, { born, log }, place, pause) => {
      const plan = frozen(planOf(text));
      const start = frozen(beginRun(plan, born, frozen(place)));
      const steps = log.reduce((run, entry) => frozen(receiveAll(plan, run, [frozen(entry)], place)), start);
      const { life } = steps;
      const now = life.ghost.asOf + pause;
      expect(elapse(plan, life, now, contextOf(place))).toEqual(elapse(plan, life, now, contextOf(place)));
      for (const entry of log) expect(receive(plan, life, entry, contextOf(place)).ghost).toEqual(life.ghost);
      for (const entry of log) expect(reduceGhost(life.ghost, entry, plan, contextOf(place))).toBe(life.ghost);
      const others = log.map((entry) => frozen({ ...entry, id: `again ${entry.id}` }));
      for (const entry of others)
        expect(reduceGhost(life.ghost, entry, plan, contextOf(place))).toEqual(
          reduceGhost(life.ghost, entry, plan, contextOf(place)),
        );
    }),
    runs(100),
  );
});

describe("when the rules change", () => {
  const clause = joined(timeless);
  const two = logs(10).chain(({ born, log }) =>
    fc.record({ born: fc.constant(born), log: fc.constant(log), cut: fc.nat({ max: log.length }) }),
  );
  const rulesOf = (...clauses: Parameters<typeof planOf>[0]["audiences"][number][]) => ({
    ...NO_RULES,
    segments: Object.fromEntries(clauses.map((one, index) => [index === 0 ? "kept" : `other${index}`, { if: one }])),
  });

  test.each(["go", "come"])("what stays answers as if nothing had changed while others %s", (way) => {
    fc.assert(
      fc.property(clause, clause, two, around, wait, (kept, other, { born, log, cut }, place, pause) => {
        const [first, second] =
          way === "go" ? [rulesOf(kept, other), rulesOf(kept)] : [rulesOf(kept), rulesOf(kept, other)];
        const [before, after] = [planOf(first), planOf(second)];
        const { life } = receiveAll(before, beginRun(before, born, place), log.slice(0, cut), place);
        const at = life.ghost.asOf;
        const back = resumeLife(after, reviveGhost(stored(life.ghost), at, after), at, contextOf(place));
        const whole = receiveAll(after, { life: back, changes: [] }, log.slice(cut), place);
        const now = whole.life.ghost.asOf + pause;
        const told = decide(rulesOf(kept), unique(log), now, place, { stage: "new", segments: [] });
        const end = elapse(after, whole.life, now, contextOf(place));
        expect(stateOf(after, end).segments.includes("kept")).toBe(told.segments.includes("kept"));
      }),
      runs(150),
    );
  });

  test("events that no rule named before count from the change on", () => {
    fc.assert(
      fc.property(clause, two, around, (kept, { born, log, cut }, place) => {
        fc.pre(!JSON.stringify(kept).match(/fact|value|consent|channel/));
        const [before, after] = [planOf({ ...NO_RULES, facts: {} }), planOf({ ...rulesOf(kept), facts: {} })];
        const heard = unique(log);
        const early = heard.slice(0, cut).filter(({ name }) => name === "Order Completed");
        fc.pre(early.length === 0);
        const { life } = receiveAll(before, beginRun(before, born, place), heard.slice(0, cut), place);
        const whole = receiveAll(
          after,
          { life: resumeLife(after, life.ghost, life.ghost.asOf, contextOf(place)), changes: [] },
          heard.slice(cut),
          place,
        );
        const told = decide(rulesOf(kept), heard.slice(cut), whole.life.ghost.asOf, place, {
          stage: "new",
          segments: [],
        });
        expect(stateOf(after, whole.life).segments).toEqual(told.segments);
      }),
      runs(60),
    );
  });
});

describe("a ghost of version 1", () => {
  const counted = fc.record({
    event: fc.constantFrom("A", "B"),
    count: fc.record({ $gte: fc.integer({ min: 0, max: 4 }) }),
  });
  const aged = fc.record({
    event: fc.constantFrom("A", "B"),
    last: fc.record({ $gte: fc.constantFrom("1m", "1d", "1mo") }),
  });
  const within = fc.record({
    event: fc.constantFrom("A", "B"),
    count: fc.record({ $gte: fc.integer({ min: 1, max: 4 }) }),
    within: fc.constantFrom("1h", "30d"),
  });

  test("keeps what it counted", () => {
    fc.assert(
      fc.property(fc.oneof(counted, aged, within), logs(10), around, wait, (clause, { born, log }, place, pause) => {
        const text = { ...NO_RULES, segments: { one: { if: clause } } };
        const plan = planOf(text);
        const of = (name: string) => log.filter((entry) => entry.name === name).map(({ at }) => at);
        const tallies = ["A", "B"].flatMap((name) => {
          const at = of(name);
          return at.length > 0
            ? [[name, { n: at.length, first: at[0], last: at.at(-1), at: at.slice(-5) }] as const]
            : [];
        });
        const seen = log.at(-1)?.at ?? born;
        const old = {
          v: 1,
          born,
          seen,
          tallies: Object.fromEntries(tallies),
          recent: log.map(({ id }) => id).slice(-100),
        };
        const now = seen + pause;
        const ghost = reviveGhost(old, now, plan);
        expect(ghost.v).toBe(2);
        const life = resumeLife(plan, ghost, now, contextOf(place));
        const heard = log.map((entry) => ({ ...entry, properties: {} }));
        expect(stateOf(plan, life).segments).toEqual(
          decide(text, heard, now, place, { stage: "", segments: [] }).segments,
        );
      }),
      runs(100),
    );
  });
});

/** The log without what is the same message or order as before. */
function unique(log: readonly Entry[]): Entry[] {
  const known = new Set<unknown>();
  return log.filter(({ name, properties }) => {
    const order = properties.order_id === undefined ? undefined : `${name} ${properties.order_id}`;
    if (order !== undefined && known.has(order)) return false;
    known.add(order);
    return true;
  });
}

test("late events are the same again too", () => {
  const late = logs(10).chain(({ born, log }) => disordered(log).map((arrival) => ({ born, arrival })));
  fc.assert(
    fc.property(rules, late, around, (text, { born, arrival }, place) => {
      const plan = planOf(text);
      const { life } = receiveAll(plan, beginRun(plan, born, place), arrival, place);
      for (const entry of arrival) expect(receive(plan, life, entry, contextOf(place)).ghost).toEqual(life.ghost);
    }),
    runs(50),
  );
});
