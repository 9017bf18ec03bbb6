/** The lifecycle of what is subscribed to. */
import { defineModel } from "./model.ts";

const START = "Subscription Started";
const PAID = [START, "Subscription Renewed"];
const CHECKOUT = "Checkout Started";
const TRIAL = "Trial Started";
const LEAD = [TRIAL, CHECKOUT, "Form Submitted", "Signed Up"];

export const SUBSCRIPTION = defineModel({
  values: {
    lost: "120d",
    cancelled: "30d",
    at_risk: "30d",
    unpaid: "3d",
    waiting: { checkout: "30m", trial: "14d", forget: "30d", lead: "7d" },
    hero: { subscribed: "1y" },
    repeat: { renewals: 1 },
    lead: { views: 3 },
  },
  wakes: [...LEAD, ...PAID],
  affinities: {},
  stages: ({ lost, cancelled, at_risk, unpaid, waiting, hero, repeat, lead }) => ({
    lost: {
      if: {
        any: [
          { silent: { $gte: lost } },
          { event: "Subscription Cancelled", without: { event: PAID, within: cancelled } },
        ],
      },
    },
    at_risk: {
      if: {
        any: [
          { event: "Subscription Cancelled", without: { event: PAID, within: "1s" } },
          { event: "Payment Failed", without: { event: PAID, within: unpaid } },
          { all: [{ silent: { $gte: at_risk } }, { event: START }] },
        ],
      },
    },
    waiting: {
      if: {
        any: [
          {
            all: [
              { event: CHECKOUT, last: { $lt: waiting.forget } },
              { event: CHECKOUT, without: { event: START, within: waiting.checkout } },
            ],
          },
          {
            all: [
              { event: TRIAL, last: { $lt: waiting.forget } },
              { event: TRIAL, without: { event: START, within: waiting.trial } },
            ],
          },
          { all: [{ silent: { $gte: waiting.lead } }, { event: LEAD }, { not: { event: START } }] },
        ],
      },
    },
    hero: { if: { event: START, first: { $gte: hero.subscribed } } },
    repeat: { if: { event: "Subscription Renewed", count: { $gte: repeat.renewals } } },
    occasional: { if: { event: START } },
    lead: { if: { any: [{ event: "Product Viewed", count: { $gte: lead.views } }, { event: LEAD }] } },
  }),
});
