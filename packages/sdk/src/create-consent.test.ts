/** Whatever visitors and pages do, in whatever order: nothing leaves that was not allowed when it happened. */
import type { Purpose } from "@ghostlight/rules";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { collectListeners, settle, sweepCookies } from "../test/page.ts";
import { ENTRY } from "../test/site.ts";
import { type Wired, wire } from "../test/wire.ts";

const DAY = 86_400_000;
const { purposes } = ENTRY;

type Step =
  | { readonly do: "track" | "page" | "reset" | "arrive" | "settle" | "dialog" }
  | { readonly do: "choose"; readonly granted: readonly Purpose[]; readonly own: Readonly<Record<string, boolean>> }
  | { readonly do: "travel"; readonly days: number };

const services = { stats: "analytics", heat: "analytics", pixel: "marketing" };
const own = fc.dictionary(fc.constantFrom(...Object.keys(services)), fc.boolean(), { noNullPrototype: true });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("track" as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("page", "settle", "dialog") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("reset", "arrive") }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("choose" as const), granted: fc.subarray([...purposes]), own }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("travel" as const), days: fc.nat(400) }) },
);

/** What the page did, and what was in force when it did. */
interface Deed {
  readonly type: "track" | "page";
  readonly chosen: boolean;
  readonly purposes: readonly Purpose[];
  /** Whether `analytics` has held without a break ever since. */
  unbroken: boolean;
}

const hasAnalytics = (granted: readonly Purpose[]): boolean => granted.includes("analytics");

async function play(beforeChoice: "page" | "drop", steps: readonly Step[]) {
  sweepCookies();
  const sweep = collectListeners();
  const wired = wire({ late: true, beforeChoice, services });
  const { ghostlight } = wired;
  const deeds = new Map<string, Deed>();
  ghostlight.on("consent", (state) => {
    for (const deed of deeds.values()) deed.unbroken &&= hasAnalytics(state.purposes);
  });
  const act = (type: "track" | "page"): void => {
    const name = `${type} ${deeds.size}`;
    const { chosen, purposes } = ghostlight.consent.get();
    deeds.set(name, { type, chosen, purposes, unbroken: hasAnalytics(purposes) });
    if (type === "track") ghostlight.track(name);
    else ghostlight.page(name);
  };
  for (const one of steps) {
    if (one.do === "track" || one.do === "page") act(one.do);
    if (one.do === "choose") ghostlight.consent.set(answersOf(one.granted), one.own);
    if (one.do === "travel") ghostlight.travel(one.days * DAY);
    if (one.do === "reset") ghostlight.consent.reset();
    if (one.do === "dialog") wired.dialogs[0]?.answer(deeds.size % 2 === 0);
    if (one.do === "settle") await settle(3);
    if (one.do === "arrive") await arrive(wired);
  }
  await arrive(wired);
  sweep();
  return {
    deeds,
    delivered: wired.engines.flatMap(({ taken }) => taken).filter((call) => hasAnalytics(call.purposes)),
  };
}

const answersOf = (granted: readonly Purpose[]) => Object.fromEntries(granted.map((purpose) => [purpose, true]));
const arrive = ({ engine, banner }: Wired) => Promise.all([engine.arrive(), banner.arrive()]);

beforeEach(() => {
  vi.stubGlobal("indexedDB", undefined);
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const property = (run: (beforeChoice: "page" | "drop", steps: readonly Step[]) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.constantFrom("page", "drop"), fc.array(step, { maxLength: 25 }), run), {
    numRuns: Number(process.env.GHOSTLIGHT_RUNS ?? 100),
  });

test("what is delivered was allowed when it happened, or is a page view held for the choice", () =>
  property(async (beforeChoice, steps) => {
    const { deeds, delivered } = await play(beforeChoice, steps);
    for (const { name = "", type, purposes } of delivered) {
      const deed = deeds.get(name);
      if (deed?.chosen) expect(purposes).toEqual(deed.purposes);
      else expect([type, beforeChoice]).toEqual(["page", "page"]);
    }
  }));

test("of the page views before a choice only the latest is ever delivered", () =>
  property(async (beforeChoice, steps) => {
    const { deeds, delivered } = await play(beforeChoice, steps);
    const order = [...deeds.keys()];
    for (const { name = "" } of delivered.filter((call) => deeds.get(call.name ?? "")?.chosen === false)) {
      const next = order.slice(order.indexOf(name) + 1).find((later) => later.startsWith("page"));
      expect(deeds.get(next ?? "")?.chosen ?? true).toBe(true);
    }
  }));

test("what stays allowed is delivered, once and in order", () =>
  property(async (beforeChoice, steps) => {
    const { deeds, delivered } = await play(beforeChoice, steps);
    const names = delivered.flatMap(({ name }) => name ?? []);
    expect(new Set(names).size).toBe(names.length);
    const owed = [...deeds].filter(([, { unbroken }]) => unbroken).map(([name]) => name);
    expect(names.filter((name) => owed.includes(name))).toEqual(owed);
  }));
