/** The named values that clauses can read without the site file defining them. */

/** What is worked out from events; see `factsOf`. */
const OF_VISITOR = [
  "orders",
  "revenue",
  "first_order_at",
  "last_order_at",
  "sessions",
  "last_seen_at",
  "touchpoints",
  "identified",
  "stage",
  "affinity",
] as const;

/** What the page tells of itself; `campaign` holds what its address says after `utm_`. */
export const factsOfPage: readonly string[] = ["path", "language", "device", "campaign"];

export const factsThatShip: readonly string[] = [...OF_VISITOR, ...factsOfPage];
