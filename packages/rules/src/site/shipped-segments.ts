/** The segments that ship with Ghostlight, in the words of the site file. */

import type { Channel } from "../contract.ts";
import { affinitiesOf, likesOf } from "./affinities.ts";
import type { ClauseSource, RuleSource } from "./clause/source.ts";
import { SIZES, type Size } from "./clause/source.ts";
import { MODELS } from "./models/models.ts";
import type { Site } from "./schema.ts";
import { stagesOf } from "./stages.ts";

const ORDER = "Order Completed";
const CART = ["Product Added", "Checkout Started"];
const IDENTIFIED: ClauseSource = { fact: { identified: true } };

/** The fact that advocates are told by: the latest score of a survey. */
export const SHIPPED_FACTS = { nps: { event: "NPS Answered", latest: "score" } } as const;

/** Those that fit the site, by id. What each is called is in texts/segments. */
export function shippedSegments(site: Site): Readonly<Record<string, RuleSource>> {
  return {
    ...abandoners("cart", CART, ORDER),
    ...abandoners("form", "Form Started", "Form Submitted"),
    "churn-signal": { if: churn(site) },
    buyers: { if: { event: ORDER, within: "30d" } },
    ...Object.fromEntries(SIZES.map((size, index) => [`value-${size}`, { if: worth(size, SIZES[index + 1]) }])),
    ...Object.fromEntries(
      preferable(site).map((channel): [string, RuleSource] => [
        `prefers-${channel}`,
        { if: { channel, preferred: true } },
      ]),
    ),
    "touchpoints-3": { if: { fact: { touchpoints: { $gte: 3 } } } },
    passive: {
      if: { all: [{ fact: { sessions: { $gte: 3 } } }, { not: { event: [...wakesOf(site)] } }] },
    },
    ...likes(site),
    ...advocate(site),
  };
}

/** Whether reading is tracked is asked like a channel, and nothing to prefer. */
function preferable({ channels }: Site): readonly Channel[] {
  return channels.filter((id) => id !== "email_tracking");
}

/** Events that end a silence. */
export function wakesOf(site: Site): readonly string[] {
  return site.lifecycle.wakes ?? MODELS[site.model].wakes;
}

/** Those who began and did not finish, for a month: the anonymous and the identified apart. */
function abandoners(what: string, began: string | string[], finished: string): Record<string, RuleSource> {
  const left: ClauseSource[] = [
    { event: began, last: { $lt: "30d" } },
    { event: began, without: { event: finished, within: "30m" } },
  ];
  return {
    [`${what}-abandoner`]: { if: { all: [...left, { not: IDENTIFIED }] } },
    [`${what}-abandoner-identified`]: { if: { all: [...left, IDENTIFIED] } },
  };
}

function churn({ churnPages }: Site): ClauseSource {
  const signals: ClauseSource = { event: ["Cancellation Terms Viewed", "Price Simulator Used"], within: "30d" };
  const exact = churnPages.filter((page) => !page.endsWith("*"));
  const below = churnPages.filter((page) => page.endsWith("*")).map((page) => page.slice(0, -1));
  const conditions = [
    ...(exact.length ? [{ path: { $in: exact } }] : []),
    ...below.map((start) => ({ path: { $regex: `^${start.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}` } })),
  ];
  if (!conditions.length) return signals;
  const [only] = conditions;
  const where = conditions.length === 1 && only ? only : { $or: conditions };
  return { any: [signals, { event: "Page Viewed", where, within: "30d" }] };
}

/** At least that size, and not the next. */
function worth(size: Size, next: Size | undefined): ClauseSource {
  return next ? { all: [{ value: size }, { not: { value: next } }] } : { value: size };
}

/** A third of all liking enters; a fifth keeps, so that nobody goes to and fro. */
function likes(site: Site): Record<string, RuleSource> {
  const kept = affinitiesOf(site);
  return Object.fromEntries(
    likesOf(site).flatMap(({ id, affinity, value }) => {
      if (!Object.hasOwn(kept, affinity)) return [];
      const share = (least: number): ClauseSource => ({ affinity, of: value, share: { $gte: least } });
      return [[id, { if: share(0.33), stay: share(0.2) }]];
    }),
  );
}

/** Who would recommend the site, and comes again; none where the owner switched both stages off. */
function advocate(site: Site): Record<string, RuleSource> {
  const stages = stagesOf(site).map(([id]) => id);
  const loyal = ["repeat", "hero"].filter((id) => stages.includes(id)).map((stage): ClauseSource => ({ stage }));
  return loyal.length ? { advocate: { if: { all: [{ fact: { nps: { $gte: 9 } } }, { any: loyal }] } } } : {};
}
