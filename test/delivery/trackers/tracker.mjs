// @ts-check
/** What a row needs to know of a tracker, so that the same row runs for each. */

/**
 * An event as it was stored.
 * @typedef {object} Stored
 * @property {string} messageId
 * @property {string} timestamp when it happened, corrected by the store where it does that
 * @property {string} [event]
 * @property {Record<string, unknown>} [properties]
 * @property {{ readonly dropped?: number }} [context]
 */

/** @typedef {import("../proxy.mjs").Store & { events: () => Promise<Stored[]>, close: () => Promise<void> }} OpenStore */

/**
 * @typedef {object} Tracker
 * @property {string} name
 * @property {boolean} [ours]
 * @property {string} head HTML that brings it, and a function `track(name, properties)`
 * @property {string} isReady JavaScript, a function: whether events are really collected; asks for that
 * @property {() => Promise<OpenStore>} open a store of its own, empty
 * @property {() => Promise<void>} [end] stops what it started
 */

export {};
