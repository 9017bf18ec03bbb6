/** Whatever visitors answer to purposes and services, in whatever order: nothing runs or is cleared but by their word. */
import type { Purpose } from "@ghostlight/rules";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { collectListeners, settle, sweepCookies } from "../test/page.ts";
import { ENTRY } from "../test/site.ts";
import { wire } from "../test/wire.ts";

const DAY = 86_400_000;
const { purposes } = ENTRY;
const services: Readonly<Record<string, Purpose>> = {
  pay: "necessary",
  stats: "analytics",
  heat: "analytics",
  pixel: "marketing",
};
const IDS = Object.keys(services);

type Own = Readonly<Record<string, boolean>>;
type Step =
  | { readonly do: "reset" | "arrive" | "yes" | "no" }
  | { readonly do: "choose"; readonly granted: readonly Purpose[]; readonly own: Own }
  | { readonly do: "mark"; readonly purpose: Purpose | undefined; readonly service: string | undefined }
  | { readonly do: "travel"; readonly days: number };

const own = fc.dictionary(fc.constantFrom(...IDS), fc.boolean(), { noNullPrototype: true });
const maybe = (ids: readonly string[]) => fc.option(fc.constantFrom(...ids), { nil: undefined });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant("choose" as const), granted: fc.subarray([...purposes]), own }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant("mark" as const),
      purpose: maybe([...purposes, "necessary", "unheard"]),
      service: maybe([...IDS, "unheard"]),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom("reset", "arrive", "yes", "no") }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("travel" as const), days: fc.nat(400) }) },
);

/** What the visitor last said, as a model that knows nothing of cookies. */
interface Word {
  readonly granted: readonly Purpose[];
  readonly own: Own;
}
const NOTHING: Word = { granted: [], own: {} };

const runs = ({ granted, own }: Word, id: string): boolean => {
  const purpose = services[id] ?? "";
  if (purpose === "necessary") return true;
  return own[id] ?? granted.includes(purpose);
};
const mayGo = (word: Word, { purpose, service }: DOMStringMap): boolean => {
  const isGranted = purpose === undefined || ["necessary", ...word.granted].includes(purpose);
  if (service === undefined) return isGranted;
  return service in services && runs(word, service) && (isGranted || purpose === services[service]);
};

async function play(steps: readonly Step[]) {
  sweepCookies();
  document.body.replaceChildren();
  const sweep = collectListeners();
  const wired = wire({ late: true, services });
  const { ghostlight } = wired;
  const gone = new Set<string>();
  let said = NOTHING;
  let before = ghostlight.consent.get().services;
  let released: readonly Element[] = [];
  const act = async (one: Step): Promise<void> => {
    if (one.do === "choose") {
      said = { granted: one.granted, own: one.own };
      ghostlight.consent.set(Object.fromEntries(one.granted.map((purpose) => [purpose, true])), one.own);
    }
    if ((one.do === "yes" || one.do === "no") && wired.dialogs[0]) {
      said = { granted: one.do === "yes" ? purposes : [], own: {} };
      wired.dialogs[0].answer(one.do === "yes");
    }
    if (one.do === "reset") ghostlight.consent.reset();
    if (one.do === "travel") ghostlight.travel(one.days * DAY);
    if (one.do === "arrive") await Promise.all([wired.gate.arrive(), wired.banner.arrive(), wired.clean.arrive()]);
    if (one.do === "mark") {
      const script = document.createElement("script");
      script.type = "text/plain";
      for (const key of ["purpose", "service"] as const) if (one[key] !== undefined) script.dataset[key] = one[key];
      document.body.append(script);
      await settle(2);
      vi.advanceTimersByTime(50);
    }
  };
  for (const one of [...steps, { do: "arrive" } as const]) {
    const told = wired.cleaned.length;
    await act(one);
    await settle(2);
    const state = ghostlight.consent.get();
    const word = state.chosen ? said : NOTHING;
    expect(state.services).toEqual(IDS.filter((id) => runs(word, id)));
    const free = [...document.querySelectorAll<HTMLElement>("[data-granted]")];
    for (const script of free.filter((element) => !released.includes(element))) {
      expect([{ ...script.dataset }, mayGo(word, script.dataset)]).toEqual([{ ...script.dataset }, true]);
    }
    released = free;
    for (const id of wired.cleaned.slice(told).flat()) expect([id, runs(word, id)]).toEqual([id, false]);
    for (const id of before) if (!state.services.includes(id)) gone.add(id);
    before = state.services;
  }
  const { chosen } = ghostlight.consent.get();
  sweep();
  return { gone, word: chosen ? said : NOTHING, cleaned: new Set(wired.cleaned.flat()) };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  vi.stubGlobal("indexedDB", undefined);
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  expect(console.error).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("each service stands as it was last answered, no script goes without it, and none that is wanted is cleared", () =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
      const { gone, word, cleaned } = await play(steps);
      // What was withdrawn and not given again has been cleaned up after, in the end.
      for (const id of gone) if (!runs(word, id)) expect([id, cleaned.has(id)]).toEqual([id, true]);
      for (const script of document.querySelectorAll<HTMLElement>("script:not([data-granted])")) {
        const { purpose, service } = script.dataset;
        if (purpose === undefined && service === undefined) continue;
        expect([{ ...script.dataset }, mayGo(word, script.dataset)]).toEqual([{ ...script.dataset }, false]);
      }
    }),
    { numRuns: Number(process.env.GHOSTLIGHT_RUNS ?? 100) },
  ));
