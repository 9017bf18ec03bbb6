// @ts-check
/** What rules cost without counters: each is worked out from the whole log, by plain loops over the events it names. */

const UNIT = { d: 86_400_000 };

/** @param {string} text such as `7d` */
const ms = (text) => Number.parseInt(text, 10) * UNIT.d;

/**
 * Whether a rule of the bench holds at `now`.
 * @param {any} rule as `site.mjs` writes it
 * @param {readonly { name: string, at: number, properties: any }[]} log
 * @param {number} now ms since 1970
 * @returns {boolean}
 */
export function holds(rule, log, now) {
  if (rule.all) return rule.all.every((/** @type {any} */ part) => holds(part, log, now));
  if (rule.not) return !holds(rule.not, log, now);
  let count = 0;
  let sum = 0;
  let last = Number.NaN;
  const values = new Set();
  const from = rule.within ? now - ms(rule.within) : Number.NEGATIVE_INFINITY;
  for (const { name, at, properties } of log) {
    if (name !== rule.event || at <= from) continue;
    if (rule.where && properties.kind !== rule.where.kind) continue;
    count++;
    sum += properties.price;
    last = at;
    values.add(properties.kind);
  }
  if (rule.last) return now - last > ms(rule.last.$gt) && now - last <= ms(rule.last.$lte);
  if (rule.sum) return sum >= rule.sum.price.$gte;
  if (rule.distinct) return values.size >= rule.distinct.kind.$gte;
  return count >= (rule.count?.$gte ?? 1);
}
