/** The published lives of visitors, told by the engine and by the rescan. */
import { describe, expect, test } from "vitest";
import published from "../cases/clauses.json" with { type: "json" };
import { rulesOf } from "../src/site/rules.ts";
import { utc, zoned } from "./oracle/days.ts";
import { begin, hear, wait } from "./oracle/machine.ts";
import type { Around, Entry, RulesText } from "./oracle/words.ts";
import { siteWith } from "./site.ts";
import { beginRun, elapseTo, planOf, receiveAll, stateOf } from "./world/engine.ts";

type Event = [name: string, at: string, properties?: Record<string, unknown>, id?: string];
type Case = [
  shows: string,
  site: { segments?: Record<string, unknown> },
  log: Event[],
  at: string,
  expected: { stage?: string; segments: string[] },
  around?: Partial<Omit<Around, "calendar">> & { zone?: string },
];

const cases = published.cases as unknown as Case[];

test("there are enough of them, each shown once", () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map((one) => JSON.stringify(one.slice(1)))).size).toBe(cases.length);
});

describe.each(cases.map((one, index) => [`${index + 1}: ${one[0]}`, one] as const))("%s", (_, one) => {
  const [, fragment, events, when, expected, { zone, ...rest } = {}] = one;
  const site = siteWith(fragment);
  const text = rulesOf(site) as unknown as RulesText;
  const own = Object.keys(fragment.segments ?? {});
  const log = events.map(([name, at, properties = {}, id], index): Entry => {
    return { id: id ?? String(index), name, at: Date.parse(at), properties };
  });
  const now = Date.parse(when);
  const born = Math.min(now, ...log.map(({ at }) => at));
  const place: Around = { purposes: [], channels: [], facts: {}, ...rest, calendar: zone ? zoned(zone) : utc };
  const wanted = { stage: expected.stage, segments: [...expected.segments].sort() };
  const asked = ({ stage, segments }: { stage: string; segments: readonly string[] }) => ({
    stage: expected.stage === undefined ? undefined : stage,
    segments: segments.filter((id) => own.includes(id)).sort(),
  });

  test("engine", () => {
    const plan = planOf(text);
    const run = receiveAll(plan, beginRun(plan, born, place), log, place);
    expect(asked(stateOf(plan, elapseTo(plan, run, now, place).life))).toEqual(wanted);
  });

  test("rescan", () => {
    const past = log.reduce((one, entry) => hear(text, one, entry, place), begin(text, born, place));
    expect(asked(wait(text, past, now, place).state)).toEqual(wanted);
  });
});
