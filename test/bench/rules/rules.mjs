// @ts-check
/**
 * What one event costs, for 60 and 1,000 rules, after 100, 1,000 and 10,000 events: by counters, and by a rescan of the
 * log. Figures are of one run on this machine; only their ratios mean anything elsewhere.
 */
import { strict as assert } from "node:assert";
import { createGhost, receive, resumeLife, standingOf, UTC, WHOLE } from "@ghostlight/rules";
import { compileSite, parseSite } from "@ghostlight/rules/site";
import { cutDown, cutUp } from "../figures.mjs";
import { markdownOf } from "../markdown.mjs";
import { holds } from "./rescan.mjs";
import { eventOf, siteOf } from "./site.mjs";

const HISTORIES = [100, 1_000, 10_000];
const RULES = [60, 1_000];

/** Rounds whose medians are compared, and events of each history in each. */
const ROUNDS = 15;
const PER_ROUND = 200;

const context = { purposes: [], channels: [], facts: {}, calendar: UTC, ...WHOLE };

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

/** @param {number} rules */
function planOf(rules) {
  const result = parseSite(JSON.stringify(siteOf(rules)));
  if (!result.ok) throw new Error(JSON.stringify(result.issues.slice(0, 3)));
  return compileSite(result.site, "en", {}, "opt-in").engine.plan;
}

/**
 * Median µs of one event after each history. All are lived first, and each round goes through all of them, to and fro, from
 * where they stood: one after the other, what a machine does meanwhile made ratios of 1.0 to 1.5 of the same code. The
 * answers are checked against the rescan's.
 * @param {number} rules
 */
export function measureRules(rules) {
  const plan = planOf(rules);
  const written = Object.entries(siteOf(rules).segments);
  const events = Array.from({ length: Math.max(...HISTORIES) + PER_ROUND }, (_, index) => eventOf(index));
  const [first = eventOf(0)] = events;
  let life = resumeLife(plan, createGhost(first.at), first.at, context);
  const lives = HISTORIES.map((history, which) => {
    for (const event of events.slice(HISTORIES[which - 1] ?? 0, history)) life = receive(plan, life, event, context);
    return { history, before: life, after: life, times: /** @type {number[]} */ ([]) };
  });
  for (let round = 0; round < ROUNDS; round++) {
    for (const one of round % 2 ? lives : lives.toReversed()) {
      const next = events.slice(one.history, one.history + PER_ROUND);
      one.after = one.before;
      const start = performance.now();
      for (const event of next) one.after = receive(plan, one.after, event, context);
      one.times.push(((performance.now() - start) / PER_ROUND) * 1_000);
    }
  }
  return lives.map(({ history, after, times }) => {
    const log = events.slice(0, history + PER_ROUND);
    const { at } = log[log.length - 1] ?? first;
    const start = performance.now();
    const held = written.filter(([, { if: rule }]) => holds(rule, log, at)).map(([id]) => id);
    const rescan = (performance.now() - start) * 1_000;
    const standing = new Set(standingOf(plan, after).segments);
    assert.deepEqual(
      written.map(([id]) => id).filter((id) => standing.has(id)),
      held,
      "counters and rescan differ",
    );
    return { rules, history, counters: median(times), rescan, ghost: JSON.stringify(after.ghost).length };
  });
}

/** @returns {import("../part.mjs").Part} */
export function benchRules() {
  // Warm: the first plan pays for compiling the code.
  measureRules(60);
  const rows = RULES.flatMap((rules) => measureRules(rules));
  const lines = rows.map(({ rules, history, counters, rescan, ghost }) =>
    [
      `${String(rules).padStart(5)} rules`,
      `${String(history).padStart(6)} events before`,
      `${counters.toFixed(1).padStart(8)} µs an event`,
      `${rescan.toFixed(0).padStart(8)} µs by rescan`,
      `${cutDown(rescan / counters, 0).padStart(6)} ×`,
      `${ghost} B of ghost`,
    ].join("  "),
  );
  const verdicts = RULES.flatMap((rules) => {
    const of = (/** @type {number} */ history) => rows.find((row) => row.rules === rules && row.history === history);
    const [few, many] = [of(100), of(10_000)];
    if (!few || !many) return [{ text: `${rules} rules: not measured`, ok: false }];
    const growth = many.counters / few.counters;
    const gain = many.rescan / many.counters;
    const from = `${rules} rules, cost of an event`;
    return [
      { text: `${from}: ${cutUp(growth)} × from 100 to 10,000 events, at most 1.20 ×`, ok: growth <= 1.2 },
      { text: `${from}: ${cutDown(gain, 0)} × below a rescan of 10,000, at least 100 ×`, ok: gain >= 100 },
    ];
  });
  const head = [
    "rules",
    "events before",
    "an event, by counters",
    "by a rescan of the log",
    "rescan to counters",
    "ghost",
  ];
  const cells = rows.map(({ rules, history, counters, rescan, ghost }) => [
    rules.toLocaleString("en"),
    history.toLocaleString("en"),
    `${counters.toFixed(1)} µs`,
    `${Math.round(rescan).toLocaleString("en")} µs`,
    `${cutDown(rescan / counters, 0)} ×`,
    `${ghost.toLocaleString("en")} B`,
  ]);
  return {
    lines: [...lines, ...verdicts.map(({ text, ok }) => `${ok ? "holds" : "FAILS"}: ${text}`)],
    markdown: markdownOf([head, ...cells]),
    faults: verdicts.flatMap(({ text, ok }) => (ok ? [] : [text])),
  };
}
