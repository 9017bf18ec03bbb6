/** The lifecycle of what is read, heard or watched. */
import type { ClauseSource } from "../clause/source.ts";
import { defineModel } from "./model.ts";

const PAGE = "Page Viewed";
const FORM = "Form Started";
/** What makes a reader more than a passer-by. */
const JOIN = ["Signed Up", "Subscription Started", "Order Completed"];

const views = (least: number, within: string): ClauseSource => ({ event: PAGE, count: { $gte: least }, within });

export const CONTENT = defineModel({
  values: {
    lost: "90d",
    at_risk: "30d",
    waiting: { form: "30m", forget: "30d", lead: "7d" },
    hero: { views: 40, within: "30d" },
    repeat: { views: 10, within: "30d" },
    lead: { views: 5 },
  },
  wakes: ["Form Submitted", ...JOIN],
  affinities: {
    topic: {
      of: "topic",
      weights: { [PAGE]: 1, "Article Completed": 3, "Content Shared": 6 },
      halfLife: "30d",
      baseline: {},
      keep: 24,
    },
  },
  stages: ({ lost, at_risk, waiting, hero, repeat, lead }) => ({
    lost: { if: { silent: { $gte: lost } } },
    at_risk: { if: { silent: { $gte: at_risk } } },
    waiting: {
      if: {
        any: [
          {
            all: [
              { event: FORM, last: { $lt: waiting.forget } },
              { event: FORM, without: { event: ["Form Submitted", ...JOIN], within: waiting.form } },
            ],
          },
          {
            all: [
              { silent: { $gte: waiting.lead } },
              { any: [{ event: PAGE, count: { $gte: lead.views } }, { event: "Form Submitted" }] },
              { not: { event: JOIN } },
            ],
          },
        ],
      },
    },
    hero: {
      if: { all: [{ event: JOIN }, views(hero.views, hero.within)] },
      // A quieter week takes nobody away at once.
      stay: { all: [{ event: JOIN }, views(Math.ceil(0.75 * hero.views), hero.within)] },
    },
    repeat: { if: { all: [{ event: JOIN }, views(repeat.views, repeat.within)] } },
    occasional: { if: { event: JOIN } },
    lead: { if: { any: [{ event: PAGE, count: { $gte: lead.views } }, { event: "Form Submitted" }] } },
  }),
});
