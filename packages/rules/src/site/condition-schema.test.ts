import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuesOfClause } from "../../test/site.ts";
import { OPERATORS } from "../condition/evaluate.ts";
import { list } from "./words.ts";

const issuesOf = (where: unknown) =>
  issuesOfClause({ event: "A", where }).map((issue) => ({ ...issue, path: issue.path.replace(/^where\.?/, "") }));

describe("a condition that passes", () => {
  test.each([
    [{}],
    [{ category: "shoes", price: 5, sale: true, coupon: null, tags: ["a", "b"] }],
    [{ "cart.total": { $gte: 5, $lt: 10 } }],
    [{ brand: { name: "Luna", city: { zip: 10 } } }],
    [{ a: { $eq: { x: [1] } } }],
    [{ a: { $in: ["x", 1, null] }, b: { $nin: [] } }],
    [{ a: { $exists: false }, b: { $not: { $gt: "m" } }, c: { $not: "x" }, d: { $ne: null } }],
    [{ $and: [{ a: 1 }, { $or: [{ b: 2 }, { $nor: [] }] }], $not: { c: { $lte: 3 } } }],
  ])("%j", (where) => {
    expect(issuesOf(where)).toEqual([]);
  });

  test("takes any values by plain names", () => {
    const name = fc.stringMatching(/^[a-z.]{1,8}$/).filter((text) => !(text in {}) && text !== "prototype");
    const leaf = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(name, leaf), (where) => {
        expect(issuesOf(where)).toEqual([]);
      }),
    );
  });
});

describe("what evaluation would quietly take for false is refused", () => {
  const condition = ["this is not a condition", 'write values by name, such as {"category": "shoes"}'];
  const inValue = (key: string) => [
    `"${key}" is inside a value that is compared as a whole`,
    'name the value by its path, like {"cart.total": {"$gte": 50}}',
  ];

  test.each<[where: unknown, path: string, value: unknown, words: (string | undefined)[]]>([
    [{ a: { $gtt: 1 } }, "a.$gtt", 1, ['"$gtt" is not an operator here', 'did you mean "$gt"?']],
    [{ a: { $regex: "x" } }, "a.$regex", "x", ['"$regex" is not an operator here', `use one of ${list(OPERATORS)}`]],
    [{ a: { $gt: 1, max: 3 } }, "a.max", 3, ['"max" is not an operator here', `use one of ${list(OPERATORS)}`]],
    [{ a: { $and: [] } }, "a.$and", [], ['"$and" is not an operator here', 'did you mean "$ne"?']],
    [
      { a: { $not: { $lessthan: 1 } } },
      "a.$not.$lessthan",
      1,
      ['"$lessthan" is not an operator here', `use one of ${list(OPERATORS)}`],
    ],
    [{ $xor: [] }, "$xor", [], ['"$xor" is not an operator here', 'did you mean "$or"?']],
    [
      { $gte: 3 },
      "$gte",
      3,
      ['"$gte" has no value to look at here', 'write it under the name of the value, like {"price": {"$gte": …}}'],
    ],
    [{ $and: { a: 1 } }, "$and", { a: 1 }, ['"$and" joins a list of conditions', 'write {"$and": [ {…}, {…} ]}']],
    [{ $or: "x" }, "$or", "x", ['"$or" joins a list of conditions', 'write {"$or": [ {…}, {…} ]}']],
    [{ $nor: [{ a: 1 }, 5] }, "$nor.1", 5, condition],
    [{ $not: [] }, "$not", [], condition],
    [{ $not: null }, "$not", null, condition],
    [
      { $or: [{ $and: [{ a: { $gt: {} } }] }] },
      "$or.0.$and.0.a.$gt",
      {},
      ["this has no order", 'compare with a number or a text, like {"$gt": 3}'],
    ],
    [{ a: { $lte: [1] } }, "a.$lte", [1], ["this has no order", 'compare with a number or a text, like {"$lte": 3}']],
    [{ a: { $in: "x" } }, "a.$in", "x", ['"$in" wants a list', 'write {"$in": ["…", "…"]}']],
    [{ a: { $nin: { x: 1 } } }, "a.$nin", { x: 1 }, ['"$nin" wants a list', 'write {"$nin": ["…", "…"]}']],
    [{ cart: { total: { $gt: 5 } } }, "cart.total.$gt", 5, inValue("$gt")],
    [{ a: [{ $gt: 5 }] }, "a.0.$gt", 5, inValue("$gt")],
    [{ a: { $eq: { $gt: 5 } } }, "a.$eq.$gt", 5, inValue("$gt")],
    [{ a: { $in: [{ b: { $eq: 1 } }] } }, "a.$in.0.b.$eq", 1, inValue("$eq")],
  ])("%j", (where, path, value, [message, mend]) => {
    expect(issuesOf(where)).toEqual([{ path, value, message, mend }]);
  });

  test("all of it at once, each at its own place", () => {
    const where = { a: { $gtt: 1 }, $or: [{ b: { $in: 1 } }, 2], $lt: 3 };
    expect(issuesOf(where).map(({ path }) => path)).toEqual(["a.$gtt", "$or.0.b.$in", "$or.1", "$lt"]);
  });

  test("also in the condition of an event that stays out", () => {
    const clause = { event: "A", without: { event: "B", where: { a: { $gtt: 1 } }, within: "1d" } };
    expect(issuesOfClause(clause).map(({ path }) => path)).toEqual(["without.where.a.$gtt"]);
  });
});
