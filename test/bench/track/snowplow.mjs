// @ts-check
/** Snowplow's calls beside ours: on the page of `track()`, set up as for a page view, with a collector that takes all. */
import { bundle } from "../page/bundles.mjs";

/** Its calls, as they are documented, with as many properties as ours has; the structured one has places for them. */
const SOURCE = `
  import { count } from "./tags/snowplow.mjs";
  import { trackSelfDescribingEvent, trackStructEvent } from "@snowplow/browser-tracker";
  const schema = "iglu:com.example/product_viewed/jsonschema/1-0-0";
  count(true);
  Object.assign(window.callers, {
    trackSelfDescribingEvent: () =>
      trackSelfDescribingEvent({ event: { schema, data: { product_id: "p1", name: "Desk lamp", price: 89, currency: "EUR" } } }),
    trackStructEvent: () =>
      trackStructEvent({ category: "p1", action: "Desk lamp", label: "EUR", value: 89 }),
  });
`;
const COLLECTOR = "/com.snowplowanalytics.snowplow/tp2";

/** ms within which what was called must have arrived. */
const LATEST = 20_000;

/** @param {import("../../delivery/trackers/tracker.mjs").Tracker} tracker @returns {Promise<import("../../delivery/cost.mjs").Others>} */
export async function besideSnowplow(tracker) {
  // The page view that its set-up sends is one of them.
  let due = 1;
  let arrived = 0;
  const take = (/** @type {number} */ events) => {
    arrived += events;
  };
  return {
    tracker: { ...tracker, open: () => openWith(tracker, take) },
    script: (await bundle(SOURCE)).toString(),
    names: ["trackSelfDescribingEvent", "trackStructEvent"],
    async rest(calls) {
      due += calls;
      const end = Date.now() + LATEST;
      while (arrived < due && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
      // A tracker that tells nobody of anything would be fast.
      if (arrived !== due) throw new Error(`Of ${due} events of Snowplow's ${arrived} arrived.`);
    },
  };
}

/**
 * A store of `tracker` that is Snowplow's collector as well.
 * @param {import("../../delivery/trackers/tracker.mjs").Tracker} tracker @param {(events: number) => void} take
 */
async function openWith(tracker, take) {
  const store = await tracker.open();
  return {
    ...store,
    /** @type {typeof store.ask} */
    async ask(asked) {
      if (asked.path !== COLLECTOR) return store.ask(asked);
      take(JSON.parse(asked.body.toString()).data.length);
      return { status: 200, headers: { "Content-Type": "text/plain" }, body: "ok" };
    },
  };
}
