// @ts-check
/** What a row of the matrix is. */

/**
 * @typedef {object} Row
 * @property {string} name for `--only`
 * @property {string} fault in words
 * @property {readonly import("../browsers.mjs").Engine[]} [engines] default: all
 * @property {boolean} [oursOnly] whether it asks for something that other trackers do not claim
 * @property {number} [share] of the events asked for; default 1
 * @property {number} [limit] ms until all should have arrived; default 25,000
 * @property {boolean} [gone] whether no page is left that could go on sending
 * @property {string} [why] something is lost here whatever one does
 * @property {number} [mayLose] events that may be lost, for that reason; default 0
 * @property {(stage: import("../stage.mjs").Stage) => Promise<readonly string[] | void>} run what else was wrong
 */

/** For rows that need what only Chromium's own protocol can do, or in which the browser is beside the point. @type {readonly ["chromium"]} */
export const CHROMIUM = ["chromium"];

/** Visits of a row that is about how one ends. */
export const VISITS = 5;
