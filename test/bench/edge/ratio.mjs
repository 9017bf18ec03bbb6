// @ts-check
/** What several rounds of two contenders come to, and whether it keeps a promise. */
import { cutDown } from "../figures.mjs";

/** On a machine that is too busy to get ready, a row ends after this many seconds, */
export const SECONDS = 40;
/** and not before this many rounds. */
export const FEWEST = 3;

/** @param {readonly number[]} values @returns {number} NaN of none */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1], sorted[middle]];
  return sorted.length % 2 ? high : (low + high) / 2;
}

/**
 * The median of the rounds' own ratios: a machine that was slow in one round was slow for both in it.
 * @param {readonly number[]} ours a round each
 * @param {readonly number[]} theirs of the same rounds
 */
export function medianRatio(ours, theirs) {
  if (ours.length !== theirs.length) throw new Error("Each round needs both.");
  return median(ours.map((rate, round) => rate / (theirs[round] ?? Number.NaN)));
}

/**
 * @typedef {object} Promised
 * @property {string} what
 * @property {number} ratio
 * @property {number} least
 */

/**
 * @param {Promised} promised
 * @returns {{ text: string, line: string, ok: boolean }} `line`: the text with its verdict; `ok` only where the ratio is a number and not below
 */
export function judge({ what, ratio, least }) {
  const ok = ratio >= least;
  const text = `${what}: ${cutDown(ratio)} × (at least ${least.toFixed(2)})`;
  return { text, line: `${text}${ok ? "" : "  FAILED"}`, ok };
}
