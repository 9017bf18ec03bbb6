import { describe, expect, test } from "vitest";
import { sequence } from "../../../test/sequence.ts";
import { issuesOfClause } from "../../../test/site.ts";

const KINDS =
  '"event", "all", "any", "not", "segment", "stage", "fact", "silent", "affinity", "value", "consent" or "channel"';
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
    [{ event: ["A", "B"] }],
    [{ ...EVENT, within: { days: 1 } }],
    [{ ...EVENT, within: "6mo" }],
    [{ ...EVENT, between: ["7d", "1y"], sum: { total: { $lt: -0.5 } } }],
    [{ ...EVENT, between: ["2024-02-29", "2024-02-29"], distinct: { "a.b": { $gte: 63 } } }],
    [{ ...EVENT, session: true }],
    [sequence(EVENT, { event: ["B", "C"], where: { x: 1 }, within: "30m" })],
    [sequence(EVENT, { event: "B", within: "30m" }, { count: { $gte: 2 }, within: "30d" })],
    [sequence(EVENT, { event: "B", within: "30m" }, { last: { $lt: "30d" } })],
    [{ fact: { orders: { $gte: 2 }, device: "mobile" } }],
    [{ silent: { $gte: "60d" } }],
    [{ affinity: "category", of: "shoes", share: { $gte: 0.3 } }],
    [{ affinity: "category", of: "shoes", top: 1 }],
    [{ value: "big" }],
    [{ consent: "analytics" }],
    [{ channel: "email" }],
    [{ channel: "email", preferred: true }],
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
    'keep one of "count", "sum", "distinct", "first", "last" and "without"; join several with "all"',
  ];
  const withCount = [
    'a window goes with "count", "sum" or "distinct"',
    'take the window out, or count: {"count": {"$gte": 1}, "within": "7d"}',
  ];
  const span = [
    "this is not a span of time",
    'write two durations, such as ["7d", "30d"], or two days, such as ["2026-12-01", "2026-12-24"]',
  ];
  const ordered = ["what is between must be in order", "write the shorter duration, or the earlier day, first"];
  const oneWindow = [
    "a clause has one window",
    'keep one of "within", "between" and "session"; join several clauses with "all"',
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
    [{ evnts: "A" }, "", { evnts: "A" }, ["this is not a clause", 'did you mean "event"?']],
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
    [{ event: [] }, "event", [], ["this list of events is empty", unnamed]],
    [{ event: ["A", 1] }, "event.1", 1, ["an event is named by a text", unnamed]],
    [{ event: "__proto__" }, "event", "__proto__", ['"__proto__" cannot be a name', "choose another name"]],
    [{ ...EVENT, within: { days: 0 } }, "within.days", 0, ["today is a day", 'write {"days": 1} or more']],
    [{ ...EVENT, within: { days: 1.5 } }, "within.days", 1.5, ["days are a whole number", 'write {"days": 7}']],
    [{ ...EVENT, session: false }, "session", false, ['"session" is true or left out', 'write "session": true']],
    [{ ...EVENT, between: "7d" }, "between", "7d", span],
    [{ ...EVENT, between: ["7d"] }, "between", ["7d"], span],
    [{ ...EVENT, between: ["1d", "2d", "3d"] }, "between", ["1d", "2d", "3d"], span],
    [{ ...EVENT, between: ["7d", "soon"] }, "between.1", "soon", span],
    [{ ...EVENT, between: ["7d", "2026-12-24"] }, "between", ["7d", "2026-12-24"], span],
    [{ ...EVENT, between: ["30d", "7d"] }, "between", ["30d", "7d"], ordered],
    [{ ...EVENT, between: ["7d", "7d"] }, "between", ["7d", "7d"], ordered],
    [{ ...EVENT, between: ["2026-12-24", "2026-12-01"] }, "between", ["2026-12-24", "2026-12-01"], ordered],
    [
      { ...EVENT, between: ["2026-02-28", "2026-02-29"] },
      "between.1",
      "2026-02-29",
      ["there is no such day", "write year, month and day, such as 2026-12-24"],
    ],
    [{ ...EVENT, sum: { total: 500 } }, "sum.total", 500, ["this is not a comparison", 'write it like {"$gte": 3}']],
    [{ ...EVENT, sum: {} }, "sum", {}, ["this compares one property", 'write it like {"total": {"$gte": 500}}']],
    [
      { ...EVENT, sum: { a: { $gt: 1 }, b: { $gt: 1 } } },
      "sum",
      { a: { $gt: 1 }, b: { $gt: 1 } },
      ["a clause compares one property", 'join several clauses with "all"'],
    ],
    [
      { ...EVENT, distinct: { x: { $gt: 64 } } },
      "distinct.x.$gt",
      64,
      ["different values are kept exactly below 64", "compare with 63 at most"],
    ],
    [{ silent: "60d" }, "silent", "60d", ["this is not a comparison", days30]],
    [{ silent: { $gte: 60 } }, "silent.$gte", 60, duration],
    [
      { affinity: "category", of: "shoes" },
      "",
      { affinity: "category", of: "shoes" },
      ["this asks one thing of what is liked", 'keep one of "share", "score", "lift" and "top"'],
    ],
    [
      { affinity: "category", of: "shoes", share: { $gte: 30 } },
      "share.$gte",
      30,
      ["a share is a part of 1", "write 0.3 for 30 %"],
    ],
    [{ affinity: "category", of: "shoes", top: 0 }, "top", 0, ["the first rank is 1", 'write "top": 1']],
    [{ value: "small" }, "value", "small", ["this is not a value size", 'write one of "medium", "big" or "huge"']],
    [
      { consent: "marketting" },
      "consent",
      "marketting",
      ['there is no purpose "marketting"', 'did you mean "marketing"?'],
    ],
    [
      { affinity: "categry", of: "shoes", top: 1 },
      "affinity",
      "categry",
      ['there is no affinity "categry"', 'did you mean "category"?'],
    ],
    [
      { channel: "email", preferred: false },
      "preferred",
      false,
      ['"preferred" is true or left out', 'write "preferred": true'],
    ],
    ...[
      { ...EVENT, within: "1d", session: true },
      { ...EVENT, within: "1d", between: ["1d", "2d"] },
    ].map((clause): [unknown, string, unknown, string[]] => [clause, "", clause, oneWindow]),
    ...[
      sequence(EVENT, { event: "B", within: "1d" }, { sum: { x: { $gt: 1 } } }),
      sequence(EVENT, { event: "B", within: "1d" }, { without: { event: "C", within: "1d" } }),
    ].map((clause): [unknown, string, unknown, string[]] => [
      clause,
      "",
      clause,
      ['"then" goes with "count", "first" or "last"', "take the other out, or write two clauses"],
    ]),
    ...[{ ...EVENT, distinct: { x: { $gt: 1 } }, between: ["1d", "2d"] }].map(
      (clause): [unknown, string, unknown, string[]] => [
        clause,
        "",
        clause,
        ['"distinct" cannot look between two ages', 'write "within", or "between" two days'],
      ],
    ),
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
    expect(issuesOfClause(sequence(EVENT, {} as never)).map(({ path }) => path)).toEqual(["then.event", "then.within"]);
    expect(issuesOfClause({ affinity: "category", top: 1 }).map(({ path }) => path)).toEqual(["of"]);
  });

  test("when it is two clauses in one object", () => {
    expect(issuesOfClause({ ...EVENT, all: [EVENT] }).map(({ path }) => path)).toEqual(["all"]);
    expect(issuesOfClause({ silent: { $gt: "1d" }, value: "big" }).map(({ path }) => path)).toEqual(["value"]);
    expect(issuesOfClause({ stage: "lead", segment: "x" }).map(({ path }) => path)).toEqual(["stage"]);
  });
});
