// @ts-check
/** Events of a made-up shop, in no order, the same for the same seed. Needs no memory, however many there are. */

const DAY = 86_400_000;
const MINUTE = 60_000;
const START = Date.UTC(2025, 0, 1);
const DAYS = 400;

const CATEGORIES = ["floor", "table", "wall", "ceiling", "outdoor"];
const MEDIA = ["email", "cpc", "social"];

/** By weight: what happens at an instant of a visit. */
const HAPPENINGS = [
  ...Array(30).fill("page"),
  ...Array(35).fill("Product Viewed"),
  ...Array(12).fill("Product Added"),
  ...Array(6).fill("Order Completed"),
  ...Array(4).fill("Products Searched"),
  ...Array(3).fill("identify"),
  ...Array(2).fill("group"),
  "screen",
  "Product Removed",
  "alias",
];

/**
 * Some thirty events a person, in visits of twenty minutes. A third of the people say who they are at some time, on one
 * of two devices; some devices are shared.
 *
 * @param {{ events: number, seed: number }} options
 * @returns {Generator<string>} lines without their ends
 */
export function* eventLines({ events, seed }) {
  const random = createRandom(seed);
  const people = Math.max(1, Math.round(events / 30));
  /** @param {readonly string[]} list */
  const pick = (list) => list[Math.floor(random() * list.length)] ?? "";
  for (let number = 0; number < events; number++) {
    // A few are there far more often than the others.
    const person = Math.floor(random() ** 1.5 * people);
    const visit = Math.floor(random() * 8);
    const begin = START + Math.floor(hash(person, visit) * DAYS * DAY);
    const at = begin + Math.floor(random() * 20 * MINUTE);
    const signs = hash(person, 100) < 0.33 && hash(person, visit) > 0.5;
    const device = hash(person, 101) < 0.02 ? `shared-${person % 7}` : `device-${person}-${visit % 2}`;
    const what = pick(HAPPENINGS);
    const isCall = ["page", "identify", "group", "screen", "alias"].includes(what);
    if (what === "alias" && hash(person, 102) > 0.1) continue;
    const signed = signs || what === "alias" || (what === "identify" && hash(person, 100) < 0.33);
    const price = Math.round(random() * 20_000) / 100;
    yield JSON.stringify({
      type: isCall ? what : "track",
      ...(!isCall && { event: what }),
      ...(random() < 0.8 && { messageId: `m-${number - (random() < 0.01 ? 1 : 0)}` }),
      timestamp: new Date(at).toISOString(),
      ...((!signed || random() < 0.7) && { anonymousId: device }),
      ...(signed && { userId: `user-${person}` }),
      ...(what === "alias" && {
        previousId: `${pick(["user", "device"])}-${Math.floor(random() * people)}${pick(["", "-0"])}`,
      }),
      ...(what === "group" && { groupId: "g" }),
      ...(what === "identify"
        ? { traits: { plan: pick(["free", "paid"]) } }
        : {
            properties: {
              product_id: `p-${Math.floor(random() * 500)}`,
              category: pick(CATEGORIES),
              price,
              ...(what === "Order Completed" && {
                order_id: `o-${number}`,
                total: price,
                revenue: price,
                currency: "EUR",
              }),
            },
          }),
      context: {
        page: { path: `/${pick(CATEGORIES)}`, url: "https://shop.example/", referrer: "", title: "Lamps", search: "" },
        locale: pick(["en", "it"]),
        ...(random() < 0.2 && { campaign: { medium: pick(MEDIA) } }),
        ...(random() < 0.9 && { consent: { categoryPreferences: { analytics: true, marketing: random() < 0.5 } } }),
      },
    });
  }
}

/** Mulberry32: 32 bits of state, enough to draw from. @param {number} seed */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A number from 0 to 1 that is always the same for these two. @param {number} a @param {number} b */
function hash(a, b) {
  return createRandom(Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b))();
}
