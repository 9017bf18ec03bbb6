/** The oracle itself, held to cases computed by hand. */
import { describe, expect, test } from "vitest";
import { eventHolds } from "./counted.ts";
import { utc, zoned } from "./days.ts";
import { scoresOf } from "./liking.ts";
import { begin, hear, wait } from "./machine.ts";
import { momentsOf } from "./moments.ts";
import { after } from "./span.ts";
import { isSilent, visitsOf } from "./visits.ts";
import type { Around, Entry, EventText, RulesText } from "./words.ts";

const at = (text: string): number => Date.parse(text.length > 10 ? `${text}Z` : `${text}T00:00Z`);
const MINUTE = 60_000;
const AROUND: Around = { purposes: [], channels: [], facts: {}, calendar: utc };
const RULES: RulesText = {
  stages: [],
  segments: {},
  audiences: [],
  wakes: [],
  affinities: {},
  facts: {},
  revenue: "total",
  sizes: { medium: 10, big: 20, huge: 30 },
};

/** `A@instant` or `A@instant value`. */
function logOf(...events: string[]): Entry[] {
  return events.map((text, index) => {
    const [, name = "", instant = "", value] = /^(\w+)@(\S+) ?(.*)$/.exec(text) ?? [];
    return { id: String(index), name, at: at(instant), properties: { v: value, n: Number(value) } };
  });
}

/** The first step of a sequence, and its second. */
const inTurn = (event: string, second: string, within: string): EventText => ({
  event,
  // biome-ignore lint/suspicious/noThenProperty: the site file calls it so; nothing here is awaited
  then: { event: second, within },
});

const says = (clause: EventText, log: readonly Entry[], now: string, calendar = utc) =>
  eventHolds(clause, log, at(now), calendar);

describe("spans", () => {
  test.each([
    ["2026-01-31T10:00", "1mo", "2026-03-01"],
    ["2026-01-28T10:00", "1mo", "2026-02-28T10:00"],
    ["2026-12-31T10:00", "2mo", "2027-03-01"],
    ["2024-01-31", "1mo", "2024-03-01"],
    ["2024-02-29", "1y", "2025-03-01"],
    ["2026-11-30", "3mo", "2027-03-01"],
    ["2026-03-28T12:00", "1d", "2026-03-29T12:00"],
    ["2026-01-01", "2w", "2026-01-15"],
    ["2026-01-01", "90s", "2026-01-01T00:01:30"],
  ])("%s and %s is %s", (from, span, to) => expect(after(at(from), span)).toBe(at(to)));
});

describe("days of a zone", () => {
  const rome = zoned("Europe/Rome");
  test.each([
    ["2026-03-29T12:00", 0, "2026-03-28T23:00"],
    ["2026-03-29T12:00", 1, "2026-03-29T22:00"],
    ["2026-10-25T12:00", 1, "2026-10-25T23:00"],
    ["2026-06-30T22:00", 0, "2026-06-30T22:00"],
    ["2026-06-30T21:59:59.999", 0, "2026-06-29T22:00"],
  ])("%s and %i days start at %s", (from, shift, to) => expect(rome.startOfDay(at(from), shift)).toBe(at(to)));

  test("a day whose midnight the clock skips starts at one", () => {
    expect(zoned("America/Sao_Paulo").startOfDay(at("2018-11-04T15:00"), 0)).toBe(at("2018-11-04T03:00"));
  });

  test("dates are the zone's", () => {
    expect(rome.dateOf(at("2026-12-31T23:30"))).toBe("2027-01-01");
    expect(utc.dateOf(at("2026-12-31T23:30"))).toBe("2026-12-31");
  });
});

describe("event clauses", () => {
  test("a window ends when the span is full", () => {
    const log = logOf("A@2026-01-01T10:00");
    expect(says({ event: "A", within: "30m" }, log, "2026-01-01T10:29:59.999")).toBe(true);
    expect(says({ event: "A", within: "30m" }, log, "2026-01-01T10:30")).toBe(false);
  });

  test("a window between two ages begins with the first", () => {
    const clause: EventText = { event: "A", between: ["1d", "2d"] };
    const log = logOf("A@2026-01-01");
    const held = ["2026-01-01T23:59:59.999", "2026-01-02", "2026-01-02T23:59:59.999", "2026-01-03"];
    expect(held.map((now) => says(clause, log, now))).toEqual([false, true, true, false]);
  });

  test("the last two days are today and yesterday of the visitor", () => {
    const clause: EventText = { event: "A", within: { days: 2 } };
    const log = logOf("A@2026-03-28T12:00");
    expect(says(clause, log, "2026-03-29T21:59:59.999", zoned("Europe/Rome"))).toBe(true);
    expect(says(clause, log, "2026-03-29T22:00", zoned("Europe/Rome"))).toBe(false);
    expect(says(clause, log, "2026-03-29T22:00")).toBe(true);
  });

  test("dates hold both ends", () => {
    const clause: EventText = { event: "A", count: { $eq: 2 }, between: ["2026-01-02", "2026-01-03"] };
    const log = logOf("A@2026-01-01T23:59", "A@2026-01-02", "A@2026-01-03T23:59:59.999", "A@2026-01-04");
    expect(says(clause, log, "2026-02-01")).toBe(true);
  });

  test("ages compare to the ms", () => {
    const log = logOf("A@2026-01-01", "A@2026-01-03");
    const first = (now: string) => says({ event: "A", first: { $gt: "1d", $lte: "2d" } }, log, now);
    expect([first("2026-01-02"), first("2026-01-02T00:00:00.001")]).toEqual([false, true]);
    expect([first("2026-01-03"), first("2026-01-03T00:00:00.001")]).toEqual([true, false]);
    expect(says({ event: "A", last: { $gte: "1d" } }, log, "2026-01-03T23:00")).toBe(false);
    expect(says({ event: "B", last: { $lt: "1d" } }, log, "2026-01-03")).toBe(false);
  });

  test("sums take texts that say a number, distinct values what is missing", () => {
    const log = logOf("A@2026-01-01 5", "A@2026-01-01 7", "A@2026-01-01 5", "A@2026-01-01 x");
    expect(says({ event: "A", distinct: { v: { $eq: 3 } } }, log, "2026-01-01")).toBe(true);
    const bare: Entry[] = [...log, { id: "b", name: "A", at: at("2026-01-01"), properties: { n: "9" } }];
    expect(says({ event: "A", distinct: { v: { $eq: 3 } } }, bare, "2026-01-01")).toBe(true);
    expect(says({ event: "A", sum: { n: { $eq: 26 } } }, bare, "2026-01-01")).toBe(true);
  });

  test("sums are added digit by digit", () => {
    const sums = (total: number, ...amounts: readonly number[]) => {
      const log = logOf(...amounts.map((amount) => `A@2026-01-01 ${amount}`));
      return says({ event: "A", sum: { v: { $eq: total } } }, log, "2026-01-01");
    };
    expect([sums(0.3, 0.1, 0.2), sums(-0.1, 0.2, -0.3), sums(100, ...Array<number>(12).fill(0.64), 92.32)]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("one of several names counts", () => {
    expect(
      says(
        { event: ["A", "B"], count: { $eq: 2 } },
        logOf("A@2026-01-01", "B@2026-01-01", "C@2026-01-01"),
        "2026-01-01",
      ),
    ).toBe(true);
  });

  test("abandoned is what nothing came after", () => {
    const clause: EventText = { event: "A", without: { event: "B", within: "30m" } };
    expect(says(clause, logOf("A@2026-01-01T10:00"), "2026-01-01T10:29:59.999")).toBe(false);
    expect(says(clause, logOf("A@2026-01-01T10:00"), "2026-01-01T10:30")).toBe(true);
    expect(says(clause, logOf("B@2026-01-01T10:00", "A@2026-01-01T10:00"), "2026-01-01T11:00")).toBe(false);
    expect(
      says(clause, logOf("A@2026-01-01T09:00", "B@2026-01-01T09:10", "A@2026-01-01T10:00"), "2026-01-01T10:30"),
    ).toBe(true);
  });

  test("a second step counts up to and with the end of its span, and a first step is no second of its own", () => {
    const clause = inTurn("A", "B", "10m");
    expect(says(clause, logOf("A@2026-01-01T10:00", "B@2026-01-01T10:10"), "2026-01-02")).toBe(true);
    expect(says(clause, logOf("A@2026-01-01T10:00", "B@2026-01-01T10:10:00.001"), "2026-01-02")).toBe(false);
    expect(says(clause, logOf("B@2026-01-01T10:00", "A@2026-01-01T10:00"), "2026-01-02")).toBe(false);
    const twice = inTurn("A", "A", "10m");
    expect(says(twice, logOf("A@2026-01-01T10:00"), "2026-01-02")).toBe(false);
    expect(says(twice, logOf("A@2026-01-01T10:00", "A@2026-01-01T10:05"), "2026-01-02")).toBe(true);
  });

  test("a session's count ends with the session", () => {
    const clause: EventText = { event: "A", count: { $eq: 2 }, session: true };
    const log = logOf("A@2026-01-01T08:00", "A@2026-01-01T10:00", "A@2026-01-01T10:29", "B@2026-01-01T10:50");
    expect(says(clause, log, "2026-01-01T11:19:59.999")).toBe(true);
    expect(says(clause, log, "2026-01-01T11:20")).toBe(false);
  });
});

describe("visits and silence", () => {
  test("half an hour ends a visit", () => {
    const log = logOf("A@2026-01-01T10:00", "A@2026-01-01T10:29:59.999", "A@2026-01-01T10:59:59.999");
    expect(visitsOf(log, at("2026-02-01")).map(({ entries }) => entries.length)).toEqual([2, 1]);
  });

  test("a visit shows the silence before it, unless woken", () => {
    const silent = (log: readonly Entry[], now: string) => isSilent(log, at(now), ["B"], { $gte: "60d" });
    const back = logOf("A@2026-01-01", "A@2026-03-15");
    expect(silent(back, "2026-03-01T23:59:59.999")).toBe(false);
    expect(silent(back, "2026-03-02")).toBe(true);
    expect(silent(back, "2026-03-15T00:29:59.999")).toBe(true);
    expect(silent(back, "2026-03-15T00:30")).toBe(false);
    expect(silent([...back, ...logOf("B@2026-03-15T00:10")], "2026-03-15T00:10")).toBe(false);
    expect(silent(logOf("A@2026-01-01"), "2026-01-01T00:10")).toBe(false);
  });
});

test("likings halve with time", () => {
  const log = logOf("A@2026-01-01 x", "B@2026-01-11 x", "B@2026-01-11 y");
  const affinity = { of: "v", halfLife: "10d", weights: { A: 1, B: 4 }, keep: 5 };
  expect([...scoresOf(affinity, log, at("2026-01-11"))]).toEqual([
    ["x", 4.5],
    ["y", 4],
  ]);
});

describe("the machine", () => {
  const rules: RulesText = {
    ...RULES,
    stages: [["buyer", { if: { event: "B", within: "10m" }, stay: { event: "B", within: "1h" } }]],
    segments: {
      fresh: { if: { event: "A", within: "5m" } },
      both: { if: { all: [{ segment: "fresh" }, { stage: "buyer" }] }, stay: { stage: "buyer" } },
    },
  };
  const start = at("2026-01-01");
  const told = logOf("A@2026-01-01", "B@2026-01-01T00:01");

  test("changes at its own instants, and stays as long as it may", () => {
    const past = told.reduce((one, entry) => hear(rules, one, entry, AROUND), begin(rules, start, AROUND));
    const end = wait(rules, past, start + 100 * MINUTE, AROUND);
    expect(end.changes.map(({ at: when, id, entered }) => [(when - start) / MINUTE, id, entered])).toEqual([
      [0, "fresh", true],
      [1, "new", false],
      [1, "buyer", true],
      [1, "both", true],
      [5, "fresh", false],
      [61, "buyer", false],
      [61, "new", true],
      [61, "both", false],
    ]);
    expect(end.state).toEqual({ stage: "new", segments: [] });
  });

  test("hears the same message once, and an order once", () => {
    const orders: Entry[] = ["1", "2", "2"].map((id) => ({
      id,
      name: "B",
      at: start,
      properties: { order_id: id === "1" ? "x" : "y" },
    }));
    const again: Entry = { id: "9", name: "B", at: start + 1, properties: { order_id: "x" } };
    const other: Entry = { id: "10", name: "A", at: start + 1, properties: { order_id: "x" } };
    const past = [...orders, again, other].reduce(
      (one, entry) => hear(rules, one, entry, AROUND),
      begin(rules, start, AROUND),
    );
    expect(past.log.map(({ id }) => id)).toEqual(["1", "2", "10"]);
    expect(past.now).toBe(start + 1);
  });

  test("looks where anything may change", () => {
    expect(momentsOf(rules, logOf("A@2026-01-01"), utc).map((when) => when - start)).toEqual([
      300_000,
      300_001,
      600_000,
      600_001,
      1_800_000,
      3_600_000,
      3_600_001,
      365 * 86_400_000,
      365 * 86_400_000 + 1,
    ]);
  });
});
