// @ts-check
/** Medians, quartiles, figures that keep to their side of a bound, and orders that can be had again. */

/**
 * Between two values, as most tools do: https://en.wikipedia.org/wiki/Quantile.
 * @param {readonly number[]} values
 * @param {number} share
 */
export function quantile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  const place = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** @typedef {{ median: number, low: number, high: number }} Spread `low`, `high`: quartiles */

/** @param {readonly number[]} values @returns {Spread} */
export const spreadOf = (values) => ({
  median: quantile(values, 0.5),
  low: quantile(values, 0.25),
  high: quantile(values, 0.75),
});

/**
 * Never more than it is: where at least so much is promised, no broken promise looks like a kept one.
 * @param {number} value
 * @param {number} [places]
 */
export function cutDown(value, places = 2) {
  const near = Number(value.toFixed(places));
  return (near > value ? near - 10 ** -places : near).toFixed(places);
}

/** Never less than it is, for what is promised to be at most so much. @param {number} value @param {number} [places] */
export function cutUp(value, places = 2) {
  const near = Number(value.toFixed(places));
  return (near < value ? near + 10 ** -places : near).toFixed(places);
}

/**
 * In an order that the seed alone decides.
 * @template T
 * @param {readonly T[]} values
 * @param {number} seed
 * @returns {T[]}
 */
export function shuffle(values, seed) {
  const left = [...values];
  const next = randomFrom(seed);
  /** @type {T[]} */
  const taken = [];
  while (left.length) taken.push(...left.splice(Math.floor(next() * left.length), 1));
  return taken;
}

/** Numbers from 0 to 1, by mulberry32, a generator in the public domain. @param {number} seed */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
