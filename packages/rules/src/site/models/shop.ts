/** The lifecycle of a shop. */
import type { ClauseSource } from "../clause/source.ts";
import { defineModel, size } from "./model.ts";

const ORDER = "Order Completed";
const CART = ["Product Added", "Checkout Started"];
const LEAD = [...CART, "Form Submitted", "Signed Up"];

const orders = (least: number, within: string): ClauseSource => ({ event: ORDER, count: { $gte: least }, within });

export const SHOP = defineModel({
  values: {
    lost: "120d",
    at_risk: "60d",
    waiting: { cart: "30m", forget: "30d", lead: "7d", order: "30d" },
    hero: { orders: 4, within: "365d", value: size("big") },
    repeat: { orders: 2, within: "180d" },
    lead: { views: 3 },
  },
  wakes: [...LEAD, ORDER],
  affinities: {
    category: {
      of: "category",
      weights: { "Product Viewed": 1, "Product Added": 3, [ORDER]: 6 },
      halfLife: "30d",
      baseline: {},
      keep: 24,
    },
  },
  stages: ({ lost, at_risk, waiting, hero, repeat, lead }, { revenue, sizes }) => ({
    lost: { if: { silent: { $gte: lost } } },
    at_risk: { if: { silent: { $gte: at_risk } } },
    waiting: {
      if: {
        any: [
          {
            all: [
              { event: CART, last: { $lt: waiting.forget } },
              { event: CART, without: { event: ORDER, within: waiting.cart } },
            ],
          },
          { all: [{ silent: { $gte: waiting.lead } }, { event: LEAD }, { not: { event: ORDER } }] },
          { all: [{ silent: { $gte: waiting.order } }, { event: ORDER }] },
        ],
      },
    },
    hero: {
      if: { all: [orders(hero.orders, hero.within), { value: hero.value }] },
      // An order that grows too old takes nobody away at once: one order fewer, or a fifth of the value less.
      stay: {
        all: [
          orders(Math.max(1, hero.orders - 1), hero.within),
          { event: ORDER, sum: { [revenue]: { $gte: Number((0.8 * sizes[hero.value]).toFixed(6)) } }, within: "365d" },
        ],
      },
    },
    repeat: { if: orders(repeat.orders, repeat.within) },
    occasional: { if: { event: ORDER } },
    lead: { if: { any: [{ event: "Product Viewed", count: { $gte: lead.views } }, { event: LEAD }] } },
  }),
});
