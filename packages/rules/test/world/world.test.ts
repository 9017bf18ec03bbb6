/** Random rules are rules that a site file may hold: nothing is proven of others. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { issuesWith } from "../site.ts";
import { leaf } from "./clauses.ts";
import { NO_RULES, rules } from "./rules.ts";
import { runs } from "./words.ts";

const { facts, affinities, sizes } = NO_RULES;
const around = { facts, affinities, valueSizes: sizes, channels: ["email", "sms"] };

test("every random clause passes the check of the site file", () => {
  fc.assert(
    fc.property(leaf, (clause) => {
      expect(issuesWith({ ...around, segments: { one: { if: clause } } })).toEqual([]);
    }),
    runs(300),
  );
});

test("so do the segments of random rules, stages apart", () => {
  fc.assert(
    fc.property(rules, ({ segments }) => {
      const named = JSON.parse(JSON.stringify(segments).replaceAll(/"stage":"(high|middle|low)"/g, '"stage":"lead"'));
      expect(issuesWith({ ...around, segments: named })).toEqual([]);
    }),
    runs(50),
  );
});
