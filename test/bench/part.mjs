// @ts-check
/** What every part of the bench gives. */

/**
 * @typedef {object} Part
 * @property {readonly string[]} lines for the terminal
 * @property {readonly string[]} markdown for the README
 * @property {readonly string[]} faults promises that do not hold, each by its name
 */

export {};
