import { describe, expect, test } from "vitest";
import { eventsOf, idsOf } from "./ids.mjs";
import { tally } from "./tally.mjs";

const stored = (...ids: readonly string[]) =>
  ids.map((n, index) => ({ messageId: `m${index}`, timestamp: "", properties: { n } }));

describe("what became of the events", () => {
  test("lost, doubled, strange and repeated are told apart", () => {
    const arrived = new Map([
      ["a0", 2],
      ["a1", 1],
    ]);
    expect(tally(new Set(["a0", "a1", "a2"]), stored("a0", "a1", "a1", "b7"), arrived)).toEqual({
      sent: 3,
      stored: 2,
      lost: 1,
      doubled: 1,
      strange: 1,
      again: 1,
      late: 0,
    });
  });

  test("what was made before a withdrawal may have arrived or not", () => {
    expect(tally(new Set(), stored("before3"), new Map()).strange).toBe(0);
  });
});

describe("the rows' numbers", () => {
  test("are found in a batch and in an event alone", () => {
    const event = { messageId: "m", properties: { n: "a1" } };
    expect(idsOf(JSON.stringify({ batch: [event, { messageId: "x" }] }))).toEqual(["a1"]);
    expect(eventsOf(JSON.stringify(event))).toEqual([{ n: "a1", messageId: "m" }]);
  });

  test.each(["", "<html>", "7", "null"])("are not in %j", (text) => {
    expect(idsOf(text)).toEqual([]);
  });
});
