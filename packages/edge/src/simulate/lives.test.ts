/** Lives by the rules of a real site file. */
import { UTC } from "@ghostlight/rules";
import { compileSite } from "@ghostlight/rules/site";
import { expect, test } from "vitest";
import { site } from "../../test/fixture.ts";
import { readEvent } from "./event.ts";
import { type Lives, lives } from "./lives.ts";
import type { Sortable } from "./run.ts";

const segments = {
  twice: { if: { event: "A", count: { $gte: 2 } } },
  lately: { if: { event: "A", within: "1h" } },
  asked: { if: { consent: "marketing" } },
  known: { if: { fact: { identified: true } } },
  italian: { if: { fact: { language: "it" } } },
};
const { engine } = compileSite(site({ segments, purposes: { marketing: {} } }), "en", {});
const world = { plan: engine.plan, calendar: UTC, purposes: ["marketing"] };
const HOUR = 3_600_000;
const BEGIN = Date.UTC(2026, 0, 1);

/** A step at so many minutes, as it comes from the sorter. */
function step(id: string, minutes: number, fields: object = {}): Sortable {
  const at = BEGIN + minutes * 60_000;
  const who = { userId: null, anonymousId: id, timestamp: new Date(at).toISOString() };
  const read = readEvent(JSON.stringify({ type: "track", event: "A", ...who, ...fields }), minutes);
  if (!read.ok) throw new Error(read.fault.message);
  return { key: JSON.stringify(id), at, line: minutes, body: JSON.stringify(read.event.step) };
}

async function tell(steps: readonly Sortable[], options: Partial<Lives> = {}) {
  async function* all() {
    yield* steps;
  }
  const own = Object.keys(segments);
  const told: string[] = [];
  for await (const { person, transitions, done } of lives(all(), { world, at: BEGIN + 24 * HOUR, ...options })) {
    for (const { at, id, entered, cause } of transitions) {
      if (own.includes(id)) told.push(`${(at - BEGIN) / 60_000} ${entered ? "+" : "-"}${id} ${cause}`);
    }
    if (done) told.push(`${person.id}: ${own.filter((id) => id in person.life.ghost.segments).join(" ")}`);
  }
  return told;
}

test("tells of everybody, what they came by and where they are in the end", async () => {
  expect(await tell([step("p", 0), step("p", 10), step("q", 5)])).toEqual([
    "0 +asked start",
    "0 +lately event",
    "10 +twice event",
    "70 -lately time",
    "p: twice asked",
    "5 +asked start",
    "5 +lately event",
    "65 -lately time",
    "q: asked",
  ]);
});

test("stops at the instant it is asked for", async () => {
  expect(await tell([step("p", 0)], { at: BEGIN + HOUR - 1 })).toContain("p: lately asked");
  expect(await tell([step("p", 0)], { at: BEGIN + HOUR })).toContain("p: asked");
});

test("an event's purposes and page hold until the next one's", async () => {
  const consent = (marketing: boolean) => ({
    context: { consent: { categoryPreferences: { marketing } }, locale: "it" },
  });
  const told = await tell([step("p", 0, consent(false)), step("p", 10, consent(true)), step("p", 20)]);
  expect(told).toEqual([
    "0 +italian start",
    "0 +lately event",
    "10 +asked context",
    "10 +twice event",
    "20 -italian event",
    "80 -lately time",
    "p: twice asked",
  ]);
});

test("who signs an event is known from then on", async () => {
  const told = await tell([step("p", 0), step("p", 120, { userId: "u" })]);
  expect(told).toContain("120 +known event");
  expect(told.filter((line) => line.includes("known"))).toHaveLength(2);
});

test("the same message counts once, and lines without one each count", async () => {
  expect(await tell([step("p", 0, { messageId: "m" }), step("p", 1, { messageId: "m" })])).toContain("p: asked");
  expect(await tell([step("p", 0), { ...step("p", 0), body: step("p", 1).body }])).toContain("p: twice asked");
});

test("replays one life alone, and heeds all", async () => {
  const heard: string[] = [];
  const told = await tell([step("p", 0), step("q", 0), step("q", 1)], { only: "q", heed: (id) => heard.push(id) });
  expect(told.at(-1)).toBe("q: twice asked");
  expect(told.join()).not.toContain("p:");
  expect(heard).toEqual(["p", "q", "q"]);
});
