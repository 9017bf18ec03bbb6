import type { Choice } from "@ghostlight/rules";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Asked, decide } from "./decide.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21);
const TODAY = NOW / DAY;
const REGIMES = ["opt-in", "opt-out", "notice"] as const;
const ALL = ["functional", "analytics", "personalization", "marketing"];
const asked = (over: Partial<Asked> = {}): Asked => ({
  purposes: ALL,
  revision: 1,
  grantDays: 182,
  regime: "opt-in",
  services: {},
  ...over,
});
const choice = (answers: Choice["answers"], over: Partial<Choice> = {}): Choice => ({
  day: TODAY,
  revision: 1,
  answers,
  services: {},
  gpc: false,
  ...over,
});
/** `gpc`: whether the browser sends it, on a site that marks marketing as sale. */
const judge = (of: Asked, one: Choice | undefined, gpc: boolean, now: number) =>
  decide(of, one, gpc ? ["marketing"] : [], now);

describe("without a choice", () => {
  test.each([
    ["opt-in", false, [], ALL],
    ["opt-in", true, [], ALL.slice(0, 3)],
    ["opt-out", false, ALL, ALL],
    ["opt-out", true, ALL.slice(0, 3), ALL.slice(0, 3)],
    ["notice", false, ALL, ALL],
    ["notice", true, ALL.slice(0, 3), ALL.slice(0, 3)],
  ] as const)("under %s, with privacy control %s, grants %j and asks %j", (regime, gpc, inForce, open) => {
    expect(judge(asked({ regime }), undefined, gpc, NOW)).toMatchObject({ inForce, open, outdated: false });
  });
});

describe("all sixteen combinations of four answers", () => {
  const combinations = Array.from({ length: 16 }, (_, bits) =>
    Object.fromEntries(ALL.map((purpose, index) => [purpose, Boolean(bits & (1 << index))])),
  );

  test.each(combinations.flatMap((answers) => REGIMES.map((regime) => ({ regime, answers }))))(
    "under $regime, $answers is granted as answered, with and without privacy control",
    ({ regime, answers }) => {
      const inForce = ALL.filter((purpose) => answers[purpose]);
      for (const gpc of [false, true]) {
        expect(judge(asked({ regime }), choice(answers, { gpc }), gpc, NOW)).toMatchObject({
          inForce,
          open: [],
          outdated: false,
        });
      }
    },
  );
});

describe("privacy control", () => {
  const all = Object.fromEntries(ALL.map((purpose) => [purpose, true]));

  test("gives way to an explicit yes that was given with it, also once it is off", () => {
    const made = choice({ marketing: true }, { gpc: true });
    for (const gpc of [true, false]) expect(judge(asked(), made, gpc, NOW).inForce).toEqual(["marketing"]);
  });

  test.each(REGIMES)("outdoes a yes from before it under %s, without a question, for as long as it is on", (regime) => {
    const before = choice(all);
    expect(judge(asked({ regime }), before, true, NOW)).toMatchObject({
      inForce: ALL.slice(0, 3),
      open: [],
      answers: { functional: true, analytics: true, personalization: true },
    });
    expect(judge(asked({ regime }), before, true, NOW).answers).not.toHaveProperty("marketing");
    expect(judge(asked({ regime }), before, false, NOW).inForce).toEqual(ALL);
  });

  test("leaves a no from before it", () => {
    const { answers } = judge(asked({ regime: "opt-out" }), choice({ ...all, marketing: false }), true, NOW);
    expect(answers).toEqual({ ...all, marketing: false });
  });
});

describe("an answer to earlier questions", () => {
  const earlier = choice(
    { functional: true, analytics: false, personalization: true, marketing: true },
    { revision: 0 },
  );

  test("grants nothing under opt-in, and everything is asked again", () => {
    expect(judge(asked(), earlier, false, NOW)).toMatchObject({ inForce: [], open: ALL, outdated: true });
  });

  test("stays a no where it was one, also where the law opts everybody in", () => {
    const { inForce } = judge(asked({ regime: "opt-out" }), earlier, false, NOW);
    expect(inForce).toEqual(["functional", "personalization", "marketing"]);
  });
});

test("a purpose that is new is the only one asked, and what was agreed to goes on", () => {
  const before = choice({ functional: false, analytics: true, personalization: true });
  expect(judge(asked(), before, false, NOW)).toMatchObject({
    inForce: ["analytics", "personalization"],
    open: ["marketing"],
    outdated: false,
  });
});

describe("time", () => {
  const all = choice(Object.fromEntries(ALL.map((purpose) => [purpose, true])));
  const none = choice(Object.fromEntries(ALL.map((purpose) => [purpose, false])));

  test.each([
    ["the last day of a grant counts", "opt-in", all, 181, ALL, []],
    ["then it is gone, and asked again", "opt-in", all, 182, [], ALL],
    ["a refusal is not asked again for six months", "opt-in", none, 179, [], []],
    ["an objection outlives them where the law opts everybody in", "opt-out", none, 395, [], []],
    ["but not for ever", "opt-out", none, 396, ALL, ALL],
  ] as const)("%s", (_, regime, made, days, inForce, open) => {
    expect(judge(asked({ regime }), made, false, NOW + days * DAY)).toMatchObject({ inForce, open });
  });
});

test("whatever was chosen: under opt-in nothing is granted without a fresh yes, and no yes is lost", () => {
  const answer = fc.constantFrom(true, false, null);
  const answers = fc.dictionary(fc.constantFrom(...ALL, "resale"), answer, { noNullPrototype: true });
  const made = fc.record({
    day: fc.integer({ min: TODAY - 500, max: TODAY + 2 }),
    revision: fc.nat(2),
    answers,
    services: fc.constant({}),
    gpc: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.option(made, { nil: undefined }), fc.boolean(), (one, gpc) => {
      const { inForce, open } = judge(asked(), one, gpc, NOW);
      const fresh = one !== undefined && one.revision === 1 && one.day <= TODAY && TODAY - one.day < 182;
      const isOutdone = (purpose: string): boolean => gpc && purpose === "marketing" && !one?.gpc;
      expect(inForce).toEqual(ALL.filter((purpose) => fresh && one.answers[purpose] && !isOutdone(purpose)));
      expect(inForce.filter((purpose) => open.includes(purpose))).toEqual([]);
    }),
  );
});

describe("told, and not objected", () => {
  const told = choice({ functional: null, analytics: null, personalization: false, marketing: null });

  test("is enough where the law opts everybody in, privacy control apart", () => {
    const inForce = ["functional", "analytics", "marketing"];
    expect(judge(asked({ regime: "opt-out" }), told, false, NOW)).toMatchObject({ inForce, open: [] });
    expect(judge(asked({ regime: "notice" }), told, true, NOW).inForce).toEqual(["functional", "analytics"]);
  });

  test("is no answer where a yes is needed", () => {
    const open = ["functional", "analytics", "marketing"];
    expect(judge(asked(), told, false, NOW)).toMatchObject({ inForce: [], open });
  });
});

describe("services", () => {
  const services = { pay: "necessary", film: "functional", maps: "functional", pixel: "marketing" };
  const functional = (answer: boolean | null, own: Record<string, boolean>) =>
    choice({ functional: answer, marketing: false }, { services: { functional: own } });
  const allowed = (one: Choice | undefined, over: Partial<Asked> = {}, gpc = false) =>
    judge(asked({ services, ...over }), one, gpc, NOW).allowed;

  test.each<[string, Choice | undefined, Partial<Asked>, string[]]>([
    ["nobody chose: those of what is necessary", undefined, {}, ["pay"]],
    ["nobody chose, and everybody is in", undefined, { regime: "notice" }, ["pay", "film", "maps", "pixel"]],
    ["their purpose is granted", functional(true, {}), {}, ["pay", "film", "maps"]],
    ["one is refused under a granted purpose", functional(true, { film: false }), {}, ["pay", "maps"]],
    ["one is allowed under a refused purpose", functional(false, { film: true }), {}, ["pay", "film"]],
    ["one is allowed, and its purpose is not answered", functional(null, { film: true }), {}, ["pay", "film"]],
    ["one is refused where everybody is in", functional(null, { film: false }), { regime: "opt-out" }, ["pay", "maps"]],
    ["what is not the site's is answered", functional(false, { other: true }), {}, ["pay"]],
  ])("run by themselves or with their purpose: %s", (_, one, over, ids) => expect(allowed(one, over)).toEqual(ids));

  test("were answered for another purpose: that counts for nothing, yes or no", () => {
    for (const yes of [true, false]) {
      const moved = choice({ functional: !yes, marketing: false }, { services: { marketing: { film: yes } } });
      expect(allowed(moved)).toEqual(yes ? ["pay"] : ["pay", "film", "maps"]);
    }
  });

  test("of earlier questions keep their no, and lose their yes", () => {
    const earlier = choice(
      { functional: true, marketing: false },
      { revision: 0, services: { functional: { film: false, maps: true }, marketing: { pixel: true } } },
    );
    const { allowed, services: left } = judge(asked({ services, regime: "opt-out" }), earlier, false, NOW);
    expect([allowed, left]).toEqual([["pay", "maps"], { film: false }]);
    expect(judge(asked({ services }), earlier, false, NOW).allowed).toEqual(["pay"]);
  });

  test("of what privacy control denies wait for an explicit yes, to them or to their purpose", () => {
    const over = { regime: "opt-out" as const };
    const own = choice({ functional: true }, { services: { marketing: { pixel: true } } });
    expect(allowed(choice({ functional: true }), over, true)).toEqual(["pay", "film", "maps"]);
    expect(allowed({ ...own, gpc: true }, over, true)).toEqual(["pay", "film", "maps", "pixel"]);
    expect(allowed(choice({ functional: true, marketing: true }, { gpc: true }), over, true)).toContain("pixel");
    // From before the signal.
    for (const one of [own, choice({ functional: true, marketing: true })])
      expect(allowed(one, over, true)).toEqual(["pay", "film", "maps"]);
  });

  test("have no answer once the choice ran out", () => {
    expect(judge(asked({ services }), functional(false, { film: true }), false, NOW + 182 * DAY).allowed).toEqual([
      "pay",
    ]);
  });

  test("whatever is in the cookie: under opt-in none runs without a fresh yes to it or, unrefused, to its purpose", () => {
    const own = fc.dictionary(fc.constantFrom("film", "maps", "pixel", "other"), fc.boolean(), {
      noNullPrototype: true,
    });
    const under = fc.dictionary(fc.constantFrom("functional", "marketing", "necessary"), own, {
      noNullPrototype: true,
    });
    const answers = fc.dictionary(fc.constantFrom(...ALL), fc.constantFrom(true, false, null), {
      noNullPrototype: true,
    });
    const day = fc.integer({ min: TODAY - 200, max: TODAY + 1 });
    const made = fc.record({ day, revision: fc.nat(2), answers, services: under, gpc: fc.boolean() });
    fc.assert(
      fc.property(made, fc.boolean(), fc.constantFrom(...REGIMES), (one, gpc, regime) => {
        const { allowed, inForce, services: left } = judge(asked({ services, regime }), one, gpc, NOW);
        const alive = one.day <= TODAY && TODAY - one.day < (regime === "opt-in" ? 182 : 396);
        const fresh = alive && one.revision === 1;
        for (const [id, purpose] of Object.entries(services).slice(1)) {
          const answer = one.services[purpose]?.[id];
          const yes = fresh && answer === true && !(gpc && purpose === "marketing" && !one.gpc);
          const no = alive && answer === false;
          expect([id, allowed.includes(id)]).toEqual([id, yes || (inForce.includes(purpose) && !no)]);
          expect(left[id]).toBe(yes ? true : no ? false : undefined);
        }
      }),
    );
  });
});
