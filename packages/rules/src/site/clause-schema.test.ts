import { describe, expect, test } from "vitest";
import { issuesOfClause } from "../../test/site.ts";

const KINDS = '"event", "all", "any", "not", "segment" or "stage"';
const EVENT = { event: "A" };

describe("a clause that passes", () => {
  test.each([
    [EVENT],
    [{ ...EVENT, where: {} }],
    [{ ...EVENT, count: { $gte: 0 } }],
    [{ ...EVENT, count: { $gt: 1, $lte: 1000 }, within: "30d" }],
    [{ ...EVENT, within: "1s" }],
    [{ ...EVENT, first: { $lt: "2w" } }],
    [{ ...EVENT, last: { $gt: "45d", $lte: "90d" } }],
    [{ ...EVENT, without: { event: "B", where: { x: 1 }, within: "30m" } }],
    [{ all: [EVENT, { any: [EVENT, { not: EVENT }] }] }],
    [{ stage: "new" }],
  ])("%j", (clause) => {
    expect(issuesOfClause(clause)).toEqual([]);
  });
});

describe("a clause is refused", () => {
  const notAClause = [
    "this is not a clause",
    `write an object with one of ${KINDS}, such as {"event": "Product Viewed"}`,
  ];
  const duration = ["this is not a duration", 'write a whole number and a unit, such as "30m", "12h" or "7d"'];
  const oneThing = [
    "a clause asks one thing of its event",
    'keep one of "count", "first", "last" and "without"; join several with "all"',
  ];
  const withCount = [
    '"within" goes with "count"',
    'take "within" out, or count: {"count": {"$gte": 1}, "within": "7d"}',
  ];
  const unnamed = 'write its name, such as "Product Viewed"';
  const atLeast3 = 'write it like {"$gte": 3}';
  const days30 = 'write it like {"$lte": "30d"}';

  test.each<[clause: unknown, path: string, value: unknown, words: (string | undefined)[]]>([
    [null, "", null, notAClause],
    ["event", "", "event", notAClause],
    [7, "", 7, notAClause],
    [[], "", [], notAClause],
    [{}, "", {}, notAClause],
    [{ events: "A" }, "", { events: "A" }, notAClause],
    [{ not: 1 }, "not", 1, notAClause],
    [{ all: [EVENT, "x"] }, "all.1", "x", notAClause],
    [{ any: [{ not: { all: [1] } }] }, "any.0.not.all.0", 1, notAClause],
    [{ all: EVENT }, "all", EVENT, ["this is not a list of clauses", "write [ {…}, {…} ]"]],
    [{ any: [] }, "any", [], ["this list of clauses is empty", "put a clause in, or take the list out"]],
    [{ segment: 1 }, "segment", 1, ["a segment is named by its id", 'write {"segment": "its-id"}']],
    [{ stage: null }, "stage", null, ["a stage is named by a text", 'write {"stage": "lead"}']],
    [{ event: 1 }, "event", 1, ["an event is named by a text", unnamed]],
    [{ event: "" }, "event", "", ["this event has no name", unnamed]],
    [
      { ...EVENT, where: "x" },
      "where",
      "x",
      ["this is not a condition", 'write values by name, such as {"category": "shoes"}'],
    ],
    [{ ...EVENT, count: 3 }, "count", 3, ["this is not a comparison", atLeast3]],
    [{ ...EVENT, count: {} }, "count", {}, ["this comparison compares with nothing", atLeast3]],
    [{ ...EVENT, first: {} }, "first", {}, ["this comparison compares with nothing", days30]],
    [{ ...EVENT, last: "30d" }, "last", "30d", ["this is not a comparison", days30]],
    [
      { ...EVENT, count: { $gte: "3" } },
      "count.$gte",
      "3",
      ["this is not a number", "write a whole number, such as 3"],
    ],
    [
      { ...EVENT, count: { $gte: 1.5 } },
      "count.$gte",
      1.5,
      ["an event cannot happen a part of a time", "write a whole number, such as 3"],
    ],
    [{ ...EVENT, count: { $eq: -1 } }, "count.$eq", -1, ["a count is never negative", "write 0 or more"]],
    [
      { ...EVENT, count: { $lt: 1001 } },
      "count.$lt",
      1001,
      ["counts are kept exactly up to 1000", "compare with 1000 at most"],
    ],
    [{ ...EVENT, last: { $gt: 45 } }, "last.$gt", 45, duration],
    [{ ...EVENT, within: "7 days" }, "within", "7 days", duration],
    [{ ...EVENT, within: 7 }, "within", 7, duration],
    [{ ...EVENT, without: { event: "B", within: "soon" } }, "without.within", "soon", duration],
    [
      { ...EVENT, without: "B" },
      "without",
      "B",
      ["this is not what stays out", 'write {"event": "Order Completed", "within": "30m"}'],
    ],
    ...[
      { ...EVENT, count: { $gte: 1 }, first: { $lt: "1d" } },
      { ...EVENT, first: { $lt: "1d" }, last: { $lt: "1d" } },
      { ...EVENT, count: { $gte: 1 }, without: { event: "B", within: "1d" } },
    ].map((clause): [unknown, string, unknown, string[]] => [clause, "", clause, oneThing]),
    ...[
      { ...EVENT, within: "1d", first: { $lt: "1d" } },
      { ...EVENT, within: "1d", last: { $lt: "1d" } },
      { ...EVENT, within: "1d", without: { event: "B", within: "1d" } },
    ].map((clause): [unknown, string, unknown, string[]] => [clause, "", clause, withCount]),
  ])("%j", (clause, path, value, [message, mend]) => {
    expect(issuesOfClause(clause)).toEqual([{ path, value, message, mend }]);
  });

  test("for what it lacks", () => {
    expect(issuesOfClause({ ...EVENT, without: {} }).map(({ path, message }) => [path, message])).toEqual([
      ["without.event", '"event" is missing'],
      ["without.within", '"within" is missing'],
    ]);
  });

  test("when it is two clauses in one object", () => {
    expect(issuesOfClause({ ...EVENT, all: [EVENT] }).map(({ path }) => path)).toEqual(["all"]);
    expect(issuesOfClause({ stage: "lead", segment: "x" }).map(({ path }) => path)).toEqual(["stage"]);
  });
});
