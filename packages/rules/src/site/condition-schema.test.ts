import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuesOfClause } from "../../test/site.ts";
import { OPERATORS } from "../condition/evaluate.ts";
import { list, nearest } from "./words.ts";

const issuesOf = (where: unknown) =>
  issuesOfClause({ event: "A", where }).map((issue) => ({ ...issue, path: issue.path.replace(/^where\.?/, "") }));

describe("a condition that passes", () => {
  test.each([
    [{}],
    [{ category: "shoes", price: 5, sale: true, coupon: null, tags: ["a", "b"] }],
    [{ "cart.total": { $gte: 5, $lt: 10 } }],
    [{ brand: { name: "Luna", city: { zip: 10 } } }],
    [{ a: { $eq: "x" }, b: { $ne: null }, c: { $gt: "m" }, d: { $lte: null } }],
    [{ t: { $size: 2 }, u: { $size: { $gte: 1, $lt: 9 } }, v: { $all: ["a", { $gt: 5 }, { x: 1 }], $alli: ["B"] } }],
    [{ i: { $elemMatch: { sku: "L1", $or: [{ price: { $gt: 5 } }] } }, n: { $elemMatch: { $gt: 5, $not: 7 } } }],
    [{ i: { $elemMatch: {} }, c: { $ini: ["a"], $nini: [1, null, true] } }],
    [{ v: { $veq: 2, $vne: "1.2.3", $vgt: "v1", $vgte: "1.0.0-rc.1", $vlt: "9", $vlte: "9.9" } }],
    [{ p: { $regex: "^/shoes/\\d+$" }, q: { $regexi: "(red|blue)-lamp" }, r: { $not: { $regex: "test" } } }],
    [{ a: { $type: "string" }, b: { $type: "null" }, c: { $exists: true } }],
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

  const same = (key: string) => [
    `"${key}" never finds two lists or objects the same`,
    'compare it as it is, like {"tags": ["a"]}',
  ];
  const inList = (key: string) => [
    `"${key}" never finds a list or an object`,
    'list plain values, or join conditions by {"$or": [ {…}, {…} ]}',
  ];
  const TYPES = ["string", "number", "boolean", "object", "array", "null"];
  const exists = ['"$exists" is true or false', 'write {"$exists": true} or {"$exists": false}'];
  const size = ["this is not a length of a list", 'write a whole number, like {"$size": 2} or {"$size": {"$gte": 2}}'];
  const item = ['"$elemMatch" wants a condition on one item', 'write {"$elemMatch": {"$gte": 3}}'];
  const groups = ["a site file has no saved groups", 'write the values themselves, like {"$in": ["…", "…"]}'];

  test.each<[where: unknown, path: string, value: unknown, words: (string | undefined)[]]>([
    [{ a: { $gtt: 1 } }, "a.$gtt", 1, ['"$gtt" is not an operator here', 'did you mean "$gt"?']],
    [{ a: { $gt: 1, max: 3 } }, "a.max", 3, ['"max" is not an operator here', `use one of ${list(OPERATORS)}`]],
    [
      { a: { $and: [] } },
      "a.$and",
      [],
      ['"$and" is not an operator here', `did you mean "${nearest("$and", OPERATORS)}"?`],
    ],
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
    [{ a: { $all: [{ b: { $eq: 1 } }] } }, "a.$all.0.b.$eq", 1, inValue("$eq")],
    [{ a: { $eq: [1] } }, "a.$eq", [1], same("$eq")],
    [{ a: { $ne: { $gt: 5 } } }, "a.$ne", { $gt: 5 }, same("$ne")],
    [{ a: { $in: ["x", ["y"]] } }, "a.$in.1", ["y"], inList("$in")],
    [{ a: { $nini: [{ x: 1 }] } }, "a.$nini.0", { x: 1 }, inList("$nini")],
    [{ a: { $ini: "x" } }, "a.$ini", "x", ['"$ini" wants a list', 'write {"$ini": ["…", "…"]}']],
    [{ a: { $all: "x" } }, "a.$all", "x", ['"$all" wants a list', 'write {"$all": ["…", "…"]}']],
    [{ a: { $alli: null } }, "a.$alli", null, ['"$alli" wants a list', 'write {"$alli": ["…", "…"]}']],
    [{ a: { $veq: [1] } }, "a.$veq", [1], ["this is not a version", 'write it as a text, like {"$veq": "1.2.3"}']],
    [{ a: { $vlt: "" } }, "a.$vlt", "", ["this is not a version", 'write it as a text, like {"$vlt": "1.2.3"}']],
    [{ a: { $exists: "no" } }, "a.$exists", "no", exists],
    [{ a: { $exists: 1 } }, "a.$exists", 1, exists],
    [{ a: { $type: "text" } }, "a.$type", "text", ["this is not a type", `use one of ${list(TYPES)}`]],
    [{ a: { $type: ["string"] } }, "a.$type", ["string"], ["this is not a type", `use one of ${list(TYPES)}`]],
    [{ a: { $size: -1 } }, "a.$size", -1, size],
    [{ a: { $size: 1.5 } }, "a.$size", 1.5, size],
    [{ a: { $size: "2" } }, "a.$size", "2", size],
    [{ a: { $size: [2] } }, "a.$size", [2], size],
    [{ a: { $size: { $near: 2 } } }, "a.$size.$near", 2, ['"$near" is not an operator here', `did you mean "$ne"?`]],
    [{ a: { $elemMatch: [1] } }, "a.$elemMatch", [1], item],
    [{ a: { $elemMatch: "x" } }, "a.$elemMatch", "x", item],
    [
      { a: { $elemMatch: { $or: [] } } },
      "a.$elemMatch.$or",
      [],
      ['"$or" is not an operator here', `did you mean "${nearest("$or", OPERATORS)}"?`],
    ],
    [{ a: { $elemMatch: { b: { $size: "x" } } } }, "a.$elemMatch.b.$size", "x", size],
    [
      { a: { $regex: 5 } },
      "a.$regex",
      5,
      ["this is not a regular expression", 'write it as a text, like {"$regex": "^/shoes/"}'],
    ],
    [
      { a: { $not: { $regexi: "(a+)+$" } } },
      "a.$not.$regexi",
      "(a+)+$",
      [
        '"a+" repeats inside "(a+)+", which repeats too',
        expect.stringContaining("repeat either the part or the whole") as unknown as string,
      ],
    ],
    [{ a: { $inGroup: "vip" } }, "a.$inGroup", "vip", groups],
    [{ a: { $notInGroup: "vip" } }, "a.$notInGroup", "vip", groups],
    [
      { $savedGroup: { id: "vip" } },
      "$savedGroup",
      { id: "vip" },
      ["a site file has no saved groups", "write the condition itself"],
    ],
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
