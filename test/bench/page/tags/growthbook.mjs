// @ts-check
/**
 * GrowthBook as its documentation sets it up for a page that may not flicker: features in the script, no request. One
 * for each experience of the site, with conditions that say the same of attributes that the shop keeps itself.
 */
import { GrowthBook } from "@growthbook/growthbook";

/** @type {Record<string, { key: string, if: import("@growthbook/growthbook").ConditionInterface }[]>} by slot, the first that holds wins */
const SLOTS = {
  welcome: [
    { key: "welcome-waiting", if: { stage: "waiting" } },
    { key: "welcome-back", if: { orders: { $gte: 2 }, lastOrderDays: { $gt: 45 }, views7d: 0 } },
    {
      key: "welcome-loyal",
      if: {
        stage: "occasional",
        tableLampViews30d: { $gte: 3 },
        $or: [{ spent: { $gte: 250 } }, { lastOrderDays: { $lte: 14 } }],
      },
    },
  ],
  shelf: [
    { key: "shelf-outdoor", if: { outdoorViews30d: { $gte: 3 } } },
    {
      key: "shelf-sale",
      if: { $or: [{ saleLists: { $gte: 2 } }, { coupons90d: { $gte: 1 } }], stage: { $ne: "waiting" } },
    },
  ],
  note: [{ key: "shipping-note", if: { stage: "lead", searches7d: { $gte: 2 } } }],
};

/** Evaluates every feature and fills the slots. @param {boolean} consent without it nothing is known of the visitor */
export function personalize(consent) {
  const kept = consent ? localStorage.getItem("shop-attributes") : null;
  const features = Object.fromEntries(
    Object.values(SLOTS).flatMap((all) =>
      all.map(({ key, if: condition }) => [key, { defaultValue: false, rules: [{ condition, force: true }] }]),
    ),
  );
  const growthbook = new GrowthBook({ attributes: kept ? JSON.parse(kept) : {} });
  growthbook.initSync({ payload: { features } });
  /** @type {Record<string, boolean>} */
  const values = {};
  for (const [slot, all] of Object.entries(SLOTS)) {
    const on = all.filter(({ key }) => {
      values[key] = growthbook.isOn(key);
      return values[key];
    });
    const template = document.getElementById(on[0]?.key ?? "");
    const place = document.querySelector(`[data-gl-slot="${slot}"]`);
    if (template instanceof HTMLTemplateElement && place) place.replaceChildren(template.content.cloneNode(true));
  }
  Object.assign(window, { features: values });
}
