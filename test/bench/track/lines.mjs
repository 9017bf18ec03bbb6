// @ts-check
/** What a call costs, as lines to read: no figure of ours without those of the others, and the ratio to each. */
import { costText, MOST, TURN } from "../../delivery/cost.mjs";
import { cutUp } from "../figures.mjs";
import { markdownOf } from "../markdown.mjs";

/** @typedef {import("../../delivery/cost.mjs").Cost} Cost */

const us = (/** @type {number} */ value) => `${value.toFixed(1)} µs`;

/** @param {Cost} cost @param {string} stamp @returns {import("../part.mjs").Part} */
export function partOf(cost, stamp) {
  const { median, p95, calls, ok, beside } = cost;
  const rows = beside.map((other) => ({ ...other, ratio: `${cutUp(median / other.median)} ×` }));
  const promise = costText(cost);
  return {
    lines: [
      `${ok ? "holds" : "FAILS"}: ${promise}`,
      ...rows.map(
        ({ name, median, p95, ratio }) => `Snowplow's ${name}(): median ${us(median)}, p95 ${us(p95)}; ours ${ratio}`,
      ),
      stamp,
    ],
    markdown: [
      ...markdownOf([
        ["a call with four properties", "median", "p95", "Ghostlight to it"],
        ["Ghostlight, `track()`", us(median), us(p95), "–"],
        ...rows.map(({ name, median, p95, ratio }) => [`Snowplow, \`${name}()\``, us(median), us(p95), ratio]),
      ]),
      "",
      [
        `Until the call returns, without what it leaves for later. ${calls.toLocaleString("en")} calls of each on one page, ${TURN} at a time in turns, ten in a task, after consent,`,
        `not slowed down; before the next turn all of Snowplow's have arrived. p95: of the means of ten. Ratio: of the medians, rounded up. Promised of \`track()\`: at most ${MOST} µs in the median, which ${ok ? "holds" : "does not hold"}.`,
        `${stamp}; Snowplow with the defaults of its documentation.`,
      ].join(" "),
    ],
    faults: ok ? [] : [promise],
  };
}
