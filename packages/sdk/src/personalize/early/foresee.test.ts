import {
  type CompiledExperience,
  type Context,
  createGhost,
  elapse,
  type Life,
  receive,
  resumeLife,
  standingOf,
  UTC,
  WHOLE,
} from "@ghostlight/rules";
import fc from "fast-check";
import { expect, test } from "vitest";
import { ENGINE, QUIET } from "../../../test/site.ts";
import { chooseExperiences } from "../plan.ts";
import { foresee } from "./foresee.ts";
import type { Shown } from "./phase.ts";

const NOW = Date.UTC(2026, 10, 21);
const DAY = 86_400_000;
const here: Context = { purposes: ["personalization"], channels: [], facts: {}, calendar: UTC, ...WHOLE };
const { plan } = ENGINE;

const begin = (): Life => resumeLife(plan, createGhost(NOW), NOW, here);
const after = (...names: string[]): Life =>
  names.reduce((life, name, id) => receive(plan, life, { id: `${id}`, name, at: NOW, properties: {} }, here), begin());
const lookAhead = (life: Life, experiences: readonly CompiledExperience[] = ENGINE.experiences, turns = 8) =>
  foresee({ plan, experiences, elapse, standingOf, toJson: JSON.stringify }, life, here, NOW, turns);

test("what is shown now, and what time alone will make of it", () => {
  expect(lookAhead(after("Product Viewed", "Product Viewed", "Product Added"))).toEqual([
    [NOW + 30 * DAY, ["hero"]],
    [NOW + QUIET, [{ slot: "hero", id: "come-back", show: { text: "Your cart is waiting" } }]],
    [NOW, [{ slot: "hero", id: "welcome", show: { text: "Welcome back" } }]],
  ]);
});

test("of one turn alone, it is known until time may change something", () => {
  expect(lookAhead(after("Product Viewed", "Product Viewed", "Product Added"), ENGINE.experiences, 1)).toEqual([
    [NOW + QUIET, ["hero"]],
    [NOW, [{ slot: "hero", id: "welcome", show: { text: "Welcome back" } }]],
  ]);
});

test("nothing of one of whom nothing was seen", () => {
  expect(lookAhead(begin())).toBeUndefined();
});

test("nothing on a site that shows nothing to anybody", () => {
  expect(lookAhead(after("Page Viewed"), [])).toBeUndefined();
});

test("a default that stays is known, too", () => {
  expect(lookAhead(after("Page Viewed"))).toEqual([
    [NOW + 30 * DAY, ["hero"]],
    [NOW, []],
  ]);
});

test("what another page may decide otherwise is left to the engine, whoever the visitor is", () => {
  const [first, second] = ENGINE.experiences;
  const bound = [{ ...first, here: true }, second] as CompiledExperience[];
  for (const life of [after("Page Viewed"), after("Product Viewed", "Product Viewed")])
    expect(lookAhead(life, bound)?.at(-1)).toEqual([NOW, ["hero"]]);
});

const events = fc.array(fc.constantFrom("Product Viewed", "Product Added", "Order Completed", "Page Viewed"), {
  minLength: 1,
  maxLength: 6,
});
const content = fc.oneof(fc.string({ unit: "grapheme", maxLength: 900 }), fc.string({ maxLength: 60 }));
/** Few slots with much in them, and many with little. */
const contents = fc.oneof(
  fc.array(content, { minLength: 1, maxLength: 12 }),
  fc.array(fc.string({ maxLength: 60 }), { minLength: 20, maxLength: 400 }),
);
const sizeOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;
const nameOf = (one: Shown | string) => (typeof one === "string" ? one : one.slot);

test("never more than 2,000 bytes; what is said is what the rules say at that time, and no default is seen that is not right", () => {
  fc.assert(
    fc.property(events, contents, fc.boolean(), fc.nat(31 * DAY), (names, texts, bound, later) => {
      const experiences = texts.map((text, index) => ({
        id: `e${index}`,
        slot: `home-slot-${index >> 1}`,
        audience: index % 2,
        show: { text },
        ...(bound && index % 3 === 0 && { here: true as const }),
      }));
      const life = after(...names);
      const phases = lookAhead(life, experiences) ?? [];
      expect(phases.length).toBeGreaterThan(1);
      expect(sizeOf(phases)).toBeLessThanOrEqual(2_000);
      const at = NOW + later;
      const [, slots = []] = phases.find(([from]) => from <= at) ?? [];
      const wanted = chooseExperiences(experiences, standingOf(plan, elapse(plan, life, at, here)));
      for (const one of slots)
        if (typeof one !== "string")
          expect(one).toMatchObject({ id: wanted.get(one.slot)?.id, show: wanted.get(one.slot)?.show });
      // A slot that is left out shows its default: then that is right.
      const waiting = slots.map(nameOf);
      const isBound = ({ here }: { here?: true }) => here;
      const others = experiences.filter(isBound).map(({ slot }) => slot);
      for (const slot of [...wanted.keys(), ...others])
        expect(waiting.includes(slot) || waiting.includes("*")).toBe(true);
    }),
  );
});

const many = (count: number, text = "Back again"): CompiledExperience[] =>
  Array.from({ length: count }, (_, n) => ({ id: `e${n}`, slot: `home-slot-${n}`, audience: 0, show: { text } }));
const lead = ["Product Viewed", "Product Viewed"];

test("of 30 slots those that have room are filled, and the others wait, each by its name", () => {
  const experiences = many(30).map((one) => ({ ...one, audience: ENGINE.experiences[1]?.audience ?? 0 }));
  const [, slots = []] = lookAhead(after(...lead), experiences)?.at(-1) ?? [];
  expect(slots.map(nameOf)).toEqual(experiences.map(({ slot }) => slot));
  expect(slots.filter((one) => typeof one !== "string").length).toBeGreaterThan(15);
});

test("where not even the names of slots have room, all wait that are not filled", () => {
  const experiences = many(400).map((one) => ({ ...one, audience: ENGINE.experiences[1]?.audience ?? 0 }));
  const [end, now] = lookAhead(after(...lead), experiences, 1) ?? [];
  expect(end?.[1]).toEqual(["*"]);
  expect(now?.[1].at(-1)).toBe("*");
  expect(now?.[1].filter((one) => typeof one !== "string").length).toBeGreaterThan(15);
});
