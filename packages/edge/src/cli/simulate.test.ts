/** The command, from words to lines. */
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { capture } from "../../test/capture.ts";
import { temporaryFolder } from "../../test/fixture.ts";

const folder = temporaryFolder();
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const segments = { today: { if: { event: "Order Completed", within: { days: 1 } } } };
const shop = file("shop.json", JSON.stringify({ site: "shop", origins: ["https://shop.example"], segments }));

const order = (userId: string, timestamp: string, total = 50) =>
  JSON.stringify({
    type: "track",
    event: "Order Completed",
    userId,
    timestamp,
    properties: { total, order_id: timestamp },
  });

const simulate = (input: string, ...flags: string[]) => capture(["simulate", shop, "-", ...flags], {}, input);
const people = ({ out }: { out: string }) =>
  out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const TWO = `${order("u", "2026-03-05T10:00:00Z", 70)}\n${order("u", "2026-03-01T10:00:00+02:00")}\n`;

test("prints where each person stands, with dates as ISO 8601", async () => {
  const events = file("events.ndjson", TWO);
  const { code, out, err } = await capture(["simulate", shop, events, "--at", "2026-03-06"]);
  expect([code, err]).toEqual([0, "2 events of 1 person\n"]);
  expect(JSON.parse(out)).toMatchObject({
    id: "u",
    stage: "repeat",
    segments: ["buyers", "value-medium"],
    facts: {
      orders: 2,
      revenue: 120,
      first_order_at: "2026-03-01T08:00:00.000Z",
      last_order_at: "2026-03-05T10:00:00.000Z",
      sessions: 2,
      last_seen_at: "2026-03-05T10:00:00.000Z",
      touchpoints: 2,
      identified: true,
      affinity: {},
    },
  });
});

test("leaves out what is later, and says how much", async () => {
  const result = await simulate(TWO, "--at=2026-03-05T09:59:59.999Z");
  expect(people(result)[0]).toMatchObject({ stage: "occasional", facts: { orders: 1 } });
  expect(result.err).toBe("1 event of 1 person; 1 event after 2026-03-05T09:59:59.999Z left out\n");
  expect(people(await simulate(TWO, "--at=2026-03-05T10:00:00Z"))[0].facts.orders).toBe(2);
  expect((await simulate(TWO, "--at=2020-01-01")).out).toBe("");
});

test("without an instant it is now", async () => {
  expect(people(await simulate(TWO))[0].facts.orders).toBe(Date.now() > Date.parse("2026-03-05T10:00:00Z") ? 2 : 0);
});

test("a day is one of the zone", async () => {
  const late = order("u", "2026-03-01T23:30:00Z");
  const at = ["--at", "2026-03-02T00:30:00Z"];
  expect(people(await simulate(late, ...at))[0].segments).not.toContain("today");
  expect(people(await simulate(late, ...at, "--zone", "Europe/Rome"))[0].segments).toContain("today");
  // There the third begins an hour before it does in London.
  expect(people(await simulate(late, "--at", "2026-03-02", "--zone", "Europe/Rome"))).toEqual([]);
});

test("a timeline tells what happened, before the person", async () => {
  const lines = people(await simulate(TWO, "--at", "2026-05-05", "--timeline"));
  expect(lines[0]).toEqual({
    id: "u",
    at: "2026-03-01T08:00:00.000Z",
    kind: "stage",
    name: "new",
    entered: true,
    cause: "start",
  });
  expect(lines).toContainEqual({
    id: "u",
    at: "2026-03-05T10:00:00.000Z",
    kind: "stage",
    name: "repeat",
    entered: true,
    cause: "event",
    event: "Order Completed",
  });
  expect(lines).toContainEqual({
    id: "u",
    at: "2026-03-06T00:00:00.000Z",
    kind: "segment",
    name: "today",
    entered: false,
    cause: "time",
  });
  expect(lines.at(-1).stage).toBe("at_risk");
  expect(lines.map(({ at }) => at ?? "9")).toEqual(lines.map(({ at }) => at ?? "9").sort());
});

describe("bad lines", () => {
  const bad = `${order("u", "2026-03-01T10:00:00Z")}\n\n{"type":"trak"}\nno json\n${order("v", "2026-03-01T10:00:00Z")}`;

  test("are told with their number and skipped", async () => {
    const result = await simulate(bad, "--at", "2026-03-02");
    expect(result.code).toBe(0);
    expect(people(result).map(({ id }) => id)).toEqual(["u", "v"]);
    expect(result.err).toBe(`the standard input: line 3 is skipped
  type = "trak"
    this is no type of event
    → did you mean "track"?

the standard input: line 4 is skipped
  the whole line = "no json"
    this is no JSON
    → write one JSON object a line, as \`ghostlight export\` prints them

2 events of 2 people; 2 bad lines skipped
`);
  });

  test("end it where it is strict, and nothing is printed", async () => {
    const { code, out, err } = await simulate(bad, "--at", "2026-03-02", "--strict");
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^the standard input: line 3\n {2}type = "trak"/);
    expect(err).not.toContain("line 4");
    expect((await simulate(TWO, "--strict")).code).toBe(0);
  });

  test("are counted where there are many", async () => {
    const { err } = await simulate("{}\n".repeat(30));
    expect(err).toContain("line 20 is skipped");
    expect(err).not.toContain("line 21");
    expect(err).toMatch(/\n0 events of 0 people; 30 bad lines skipped\n$/);
  });

  test("too deep or too long are bad, and no failure of the program", async () => {
    const deep = `{"type":"track","event":"A","userId":"u","timestamp":"2026-01-01T00:00:00Z","properties":{"a":${"[".repeat(200_000)}${"]".repeat(200_000)}}}`;
    const { code, err } = await simulate(`${deep}\n${" ".repeat(1_100_000)}\n${TWO}`);
    expect(code).toBe(0);
    expect(err).toContain("line 1 is skipped\n  the whole line\n    it holds lists or objects in one another");
    expect(err).toContain("line 2 is skipped\n  the whole line\n    the line is longer than 1,048,576 bytes");
    expect(err).toContain("2 events of 1 person; 2 bad lines skipped");
  });
});

test("a terminal sees how far it is, and others do not", async () => {
  const shown = await capture(["simulate", shop, "-"], {}, TWO, true);
  const pictures = shown.err.split("\r\u001b[K").map((picture) => picture.split(" ")[0]);
  expect(pictures).toEqual(["", "reading", "replaying", "2"]);
  expect((await simulate(TWO)).err).toBe("2 events of 1 person\n");
});

test.each([
  [[], 2, "which site file and events?"],
  [[shop], 2, "which events?"],
  [[shop, "-", "more"], 2, 'what is "more" for?'],
  [[shop, "-", "--at", "soon"], 2, '"soon" is no date; take one such as 2026-03-01'],
  [[shop, "-", "--at", "2026-02-30"], 2, '"2026-02-30" is no date'],
  [[shop, "-", "--zone", "Europe/Rom"], 2, 'there is no time zone "Europe/Rom"'],
  [[join(folder, "none.json"), "-"], 1, "none.json: there is no such file"],
  [[shop, join(folder, "none.ndjson")], 1, "none.ndjson: there is no such file"],
  [[shop, folder], 1, "this is a folder; give the file of events in it"],
  [[file("faulty.json", "{}"), "-"], 1, "faulty.json: 2 faults"],
])("%j fails and says why", async (words, code, reason) => {
  const result = await capture(["simulate", ...words], {}, TWO);
  expect([result.code, result.out]).toEqual([code, ""]);
  expect(result.err).toContain(reason);
});

test("leaves nothing behind", () => {
  expect(existsSync(folder)).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(["events.ndjson", "faulty.json", "shop.json"]);
});
