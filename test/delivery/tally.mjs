// @ts-check
/** What became of the events of a row. */

/**
 * @typedef {object} Tally
 * @property {number} sent made by the page
 * @property {number} stored of those, at least once
 * @property {number} lost
 * @property {number} doubled stored more than once
 * @property {number} strange stored, and not among those made or allowed
 * @property {number} again arrived more than once, however often they were stored
 * @property {number} late arrived with the next visit only
 */

/**
 * @param {ReadonlySet<string>} sent
 * @param {readonly import("./trackers/tracker.mjs").Stored[]} events
 * @param {ReadonlyMap<string, number>} arrived times each reached the store
 * @returns {Tally}
 */
export function tally(sent, events, arrived) {
  /** @type {Map<string, number>} */
  const stored = new Map();
  for (const { properties } of events) {
    const n = properties?.n;
    if (typeof n === "string") stored.set(n, (stored.get(n) ?? 0) + 1);
  }
  const found = [...sent].filter((id) => stored.has(id));
  return {
    sent: sent.size,
    stored: found.length,
    lost: sent.size - found.length,
    doubled: [...stored.values()].filter((times) => times > 1).length,
    // What a row made before a withdrawal may or may not arrive: it has a name of its own.
    strange: [...stored.keys()].filter((id) => !sent.has(id) && !id.startsWith("before")).length,
    again: [...arrived.values()].filter((times) => times > 1).length,
    late: 0,
  };
}
