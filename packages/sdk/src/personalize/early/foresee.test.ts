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
    [NOW + 30 * DAY, [{ slot: "hero", show: {} }]],
    [NOW + QUIET, [{ slot: "hero", id: "come-back", show: { text: "Your cart is waiting" } }]],
    [NOW, [{ slot: "hero", id: "welcome", show: { text: "Welcome back" } }]],
  ]);
});

test("of one turn alone, it is known until time may change something", () => {
  expect(lookAhead(after("Product Viewed", "Product Viewed", "Product Added"), ENGINE.experiences, 1)).toEqual([
    [NOW + QUIET, [{ slot: "hero", show: {} }]],
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
    [NOW + 30 * DAY, [{ slot: "hero", show: {} }]],
    [NOW, []],
  ]);
});

test("what another page may decide otherwise is left to the engine, whoever the visitor is", () => {
  const [first, second] = ENGINE.experiences;
  const bound = [{ ...first, here: true }, second] as CompiledExperience[];
  for (const life of [after("Page Viewed"), after("Product Viewed", "Product Viewed")])
    expect(lookAhead(life, bound)?.at(-1)).toEqual([NOW, [{ slot: "hero", show: {} }]]);
});

const events = fc.array(fc.constantFrom("Product Viewed", "Product Added", "Order Completed", "Page Viewed"), {
  minLength: 1,
  maxLength: 6,
});
const contents = fc.array(fc.oneof(fc.string({ unit: "grapheme", maxLength: 900 }), fc.string({ maxLength: 60 })), {
  minLength: 1,
  maxLength: 12,
});

test("never more than 2,000 bytes; what is said is what the rules say at that time", () => {
  fc.assert(
    fc.property(events, contents, fc.nat(30 * DAY - 1), (names, texts, later) => {
      const experiences = texts.map((text, index) => ({
        id: `e${index}`,
        slot: `slot-${index >> 1}`,
        audience: index % 2,
        show: { text },
      }));
      const life = after(...names);
      const phases = lookAhead(life, experiences) ?? [];
      expect(new TextEncoder().encode(JSON.stringify(phases)).length).toBeLessThanOrEqual(2_000);
      const at = NOW + later;
      const [, slots = []] = phases.find(([from]) => from <= at) ?? [];
      const wanted = chooseExperiences(experiences, standingOf(plan, elapse(plan, life, at, here)));
      for (const { slot, id, show } of slots)
        if ("text" in show)
          expect({ id, show }).toMatchObject({ id: wanted.get(slot)?.id, show: wanted.get(slot)?.show });
      // A slot that is left out shows its default: then that is right.
      if (phases.length) for (const slot of wanted.keys()) expect(slots.map((one) => one.slot)).toContain(slot);
    }),
  );
});
