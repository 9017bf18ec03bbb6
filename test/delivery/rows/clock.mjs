// @ts-check
/** A page whose device has another time. Runs in the page, before its scripts. */

/** @param {number} ms that its clock is ahead */
export function shiftClock(ms) {
  const { now } = Date;
  globalThis.Date = new Proxy(Date, {
    construct: (real, given) => Reflect.construct(real, given.length ? given : [now() + ms]),
    get: (real, name) => (name === "now" ? () => now() + ms : Reflect.get(real, name)),
  });
}
