/** Whose event is whose. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { Recorded, Step } from "./event.ts";
import { createPeople } from "./people.ts";

const folder = mkdtempSync(join(tmpdir(), "ghostlight-people-"));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const scratch = { file: () => join(folder, String(files++)) };

const step = (name: string): Step => ({ id: name, name, properties: {}, touch: "direct", known: false, facts: {} });

/** `name`, when, and who: `u…` is a user, `d…` a device. */
const event = (name: string, at: number, ...who: string[]): Recorded => {
  const [user, device] = [who.find((id) => id.startsWith("u")), who.find((id) => id.startsWith("d"))];
  return { at, ...(user && { user }), ...(device && { device }), step: step(name) };
};
const alias = (previous: string, user: string, at: number): Recorded => ({ at, user, previous });

/** Names of the events by person, in order; with almost no room, so that all of it goes by the disk. */
async function resolve(events: readonly Recorded[], wanted?: string) {
  const people = createPeople(scratch, { chunk: 200, runs: 3 });
  for (const [line, one] of events.entries()) people.take(one, line);
  const person = await people.resolve(wanted);
  const found: Record<string, string> = {};
  let before: string | undefined;
  for await (const { key, body } of people.steps()) {
    const id: string = JSON.parse(key);
    if (id !== before && id in found) throw new Error(`${id} is in two places.`);
    found[id] = (found[id] ?? "") + (JSON.parse(body) as Step).name;
    before = id;
  }
  return { found, person, shared: people.shared() };
}

const found = async (...events: Recorded[]) => (await resolve(events)).found;

describe("a device", () => {
  test("is somebody until a user is there", async () => {
    expect(await found(event("B", 2, "d1"), event("A", 1, "d1"), event("C", 1, "d2"))).toEqual({ d1: "AB", d2: "C" });
  });

  test("is the user's, also for what was before, after and elsewhere", async () => {
    const events = [event("C", 3, "d1"), event("B", 2, "d1", "u"), event("A", 1, "d1"), event("X", 0, "d2", "u")];
    expect(await found(...events, event("D", 4, "d2"))).toEqual({ u: "XABCD" });
  });

  test("that several use is the first one's where nobody signed, in whatever order the lines are", async () => {
    const events = [event("A", 1, "d"), event("B", 2, "d", "u1"), event("C", 3, "d", "u2"), event("D", 4, "d")];
    for (const lines of [events, events.toReversed()]) {
      expect(await resolve(lines)).toMatchObject({ found: { u1: "ABD", u2: "C" }, shared: 1 });
    }
  });

  test("with quotes and odd letters in its id is told from others", async () => {
    const ids = ['d"', 'd"0', "d\\", "d\t", "d\n", "d😀"];
    const each = Object.fromEntries(ids.map((id) => [id, "A"]));
    expect(await found(...ids.map((id) => event("A", 1, id)))).toEqual(each);
  });
});

describe("an alias", () => {
  test("makes two users one, under the later name, with their devices", async () => {
    const events = [event("A", 1, "u1"), event("B", 2, "d1", "u1"), event("C", 3, "d1"), event("D", 4, "u2")];
    expect(await found(...events, alias("u1", "u2", 9), event("E", 10, "u1"))).toEqual({ u2: "ABCDE" });
  });

  test("of a device makes it the user's", async () => {
    expect(await found(event("A", 1, "d1"), alias("d1", "u", 2))).toEqual({ u: "A" });
  });

  test("of a device counts from when it was said, before users who came later", async () => {
    const events = [event("A", 1, "d"), alias("d", "u1", 2), event("B", 3, "d", "u2"), event("C", 4, "d")];
    expect(await resolve(events)).toMatchObject({ found: { u1: "AC", u2: "B" }, shared: 1 });
  });

  test("after an alias names the last", async () => {
    const events = [event("A", 1, "u1"), event("B", 2, "u2"), event("C", 3, "u3")];
    const chain = [alias("u2", "u3", 5), alias("u1", "u2", 4)];
    expect(await found(...events, ...chain)).toEqual({ u3: "ABC" });
    expect(await found(...events, ...chain, alias("u3", "u1", 6))).toEqual({ u3: "ABC" });
  });

  test("does not make a device shared", async () => {
    const events = [event("A", 1, "d", "u1"), event("B", 2, "d", "u2"), alias("u1", "u2", 3), event("C", 4, "d")];
    expect(await resolve(events)).toMatchObject({ found: { u2: "ABC" }, shared: 0 });
  });
});

test.each([
  ["d1", "u2"],
  ["u1", "u2"],
  ["u2", "u2"],
  ["d2", "d2"],
  ["nobody", "nobody"],
])("%s is %s", async (wanted, person) => {
  const events = [event("A", 1, "d1", "u1"), event("B", 2, "d2"), alias("u1", "u2", 3)];
  expect((await resolve(events, wanted)).person).toBe(person);
});

test("many devices of many users, by the disk", async () => {
  const many = Array.from({ length: 150 }, (_, n) =>
    event("A", (n * 37) % 150, `d${n % 40}`, ...(n % 3 ? [] : [`u${n % 20}`])),
  );
  const names = Object.entries((await resolve(many)).found);
  expect(names.map(([id]) => id).every((id) => id.startsWith("u"))).toBe(true);
  expect(names.reduce((sum, [, all]) => sum + all.length, 0)).toBe(150);
});
