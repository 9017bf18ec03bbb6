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

/** Rounds, events of each history in each, and how many of them are lived in one go. */
const ROUNDS = 45;
const PER_ROUND = 200;
const IN_ONE_GO = 20;

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
 * Median µs of one event after each history, and the median of what each round says it is to the shortest history's. All are
 * lived first, and a round goes through all of them in short turns, from where they stood: what a machine does meanwhile then
 * falls on all. One after the other made ratios of 1.0 to 1.5 of the same code, and medians of each, divided afterwards, 1.0
 * to 1.3. The answers are checked against the rescan's.
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
    for (const one of lives) one.after = one.before;
    const spent = lives.map(() => 0);
    for (let turn = 0; turn < PER_ROUND / IN_ONE_GO; turn++) {
      const order = [...lives.entries()];
      for (const [which, one] of turn % 2 ? order : order.toReversed()) {
        const from = one.history + turn * IN_ONE_GO;
        const next = events.slice(from, from + IN_ONE_GO);
        const start = performance.now();
        for (const event of next) one.after = receive(plan, one.after, event, context);
        spent[which] = (spent[which] ?? 0) + performance.now() - start;
      }
    }
    for (const [which, one] of lives.entries()) one.times.push(((spent[which] ?? 0) / PER_ROUND) * 1_000);
  }
  const [{ times: few = [] } = {}] = lives;
  return lives.map(({ history, after, times }) => {
    const growth = median(times.map((time, round) => time / (few[round] ?? Number.NaN)));
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
    return { rules, history, counters: median(times), growth, rescan, ghost: JSON.stringify(after.ghost).length };
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
    const many = rows.find((row) => row.rules === rules && row.history === 10_000);
    if (!many) return [{ text: `${rules} rules: not measured`, ok: false }];
    const { growth } = many;
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
