/** The lifecycle of a shop, as conditions; a site file may put others in their place. */
import type { ClauseSource } from "./clause-schema.ts";

/** In order of priority. Who fits none is `new`. */
export const STAGES = ["waiting", "occasional", "lead"] as const;

/** The stage of everybody else. */
export const LAST_STAGE = "new";

export const SHOP_STAGES: Readonly<Record<(typeof STAGES)[number], ClauseSource>> = {
  waiting: { event: "Product Added", without: { event: "Order Completed", within: "30m" } },
  occasional: { event: "Order Completed", count: { $gte: 1 } },
  lead: {
    any: [
      { event: "Product Viewed", count: { $gte: 3 } },
      { event: "Product Added", count: { $gte: 1 } },
    ],
  },
};
