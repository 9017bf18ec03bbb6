// @ts-check
/** Events as the SDK sends them: a view of a product by somebody whom a newsletter brought. */
import { randomUUID } from "node:crypto";

const page = {
  path: "/en/lamps/brass-table-lamp",
  referrer: "https://shop.example/en/lamps",
  search: "?utm_source=newsletter&utm_medium=email&utm_campaign=autumn",
  title: "Brass table lamp – Lanterna",
  url: "https://shop.example/en/lamps/brass-table-lamp?utm_source=newsletter&utm_medium=email&utm_campaign=autumn",
};

const context = {
  locale: "en-GB",
  timezone: "Europe/Rome",
  page,
  campaign: { source: "newsletter", medium: "email", name: "autumn" },
  sessionId: 1_772_366_400_000,
  consent: { categoryPreferences: { functional: true, analytics: true, personalization: true, marketing: false } },
  library: { name: "ghostlight", version: "0.1.0" },
};

const properties = {
  product_id: "brass-table",
  name: "Brass table lamp",
  category: "lamps",
  price: 129,
  currency: "EUR",
};

/** An event that nothing else has the id of. */
export function newEvent() {
  return {
    type: "track",
    event: "Product Viewed",
    properties,
    messageId: randomUUID(),
    anonymousId: "0193b1f2-6f0e-7cc1-b7d9-5f0f3b9a2c41",
    timestamp: new Date().toISOString(),
    context,
  };
}

/**
 * Bodies of batches that are all different.
 * @param {number} batches
 * @param {number} events in each
 */
export function batchesOf(batches, events) {
  return Array.from({ length: batches }, () => {
    const batch = Array.from({ length: events }, newEvent);
    return JSON.stringify({ batch, sentAt: new Date().toISOString() });
  });
}
