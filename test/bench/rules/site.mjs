// @ts-check
/** Rules and events for the bench: made by a formula, the same on every machine. */

/** Events of the bench; each rule names one or two of them. */
export const EVENTS = Array.from({ length: 20 }, (_, index) => `Event ${index}`);

const DAYS = ["1d", "7d", "30d", "90d"];

/**
 * A rule in the words of the site file, of one of six shapes.
 * @param {number} index
 */
function rule(index) {
  const event = EVENTS[index % EVENTS.length];
  const other = EVENTS[(index * 7 + 3) % EVENTS.length];
  const within = DAYS[index % DAYS.length];
  const count = (index % 5) + 1;
  const shapes = [
    { event, count: { $gte: count }, within },
    { event, where: { kind: `k${index % 9}` }, count: { $gte: count }, within },
    { event, last: { $gt: "1d", $lte: within === "1d" ? "7d" : within } },
    { event, sum: { price: { $gte: count * 100 } }, within },
    { event, distinct: { kind: { $gte: count } }, within },
    { all: [{ event }, { not: { event: other, within } }] },
  ];
  return shapes[index % shapes.length];
}

/** @param {number} rules how many */
export const siteOf = (rules) => ({
  site: "bench",
  origins: ["https://bench.example"],
  segments: Object.fromEntries(Array.from({ length: rules }, (_, index) => [`s${index}`, { if: rule(index) }])),
});

/** ms between two events: ten thousand of them fill two months. */
const STEP = 9 * 60_000;
const START = Date.UTC(2026, 0, 1);

/** @param {number} index */
export const eventOf = (index) => ({
  id: `m${index}`,
  name: EVENTS[(index * 13 + (index >> 3)) % EVENTS.length] ?? "",
  at: START + index * STEP,
  properties: { kind: `k${(index * 5) % 11}`, price: (index * 37) % 200 },
});
