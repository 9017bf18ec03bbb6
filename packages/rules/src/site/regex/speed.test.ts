/** No expression that is accepted takes over 5 ms for the longest text that evaluation looks at. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { evaluateCondition } from "../../condition/evaluate.ts";
import { regexFault } from "./regex-fault.ts";

const RUNS = 1_500;
const LIMIT = 5;

/** Few letters, so that parts overlap as often as they can. */
const letter = fc.constantFrom("a", "b", "c", "-", "1", "\\d", "\\w", ".", "[ab]", "[^a]", "[a-c]", "\\W", "ab", "\\s");
const sign = fc.constantFrom("*", "+", "?", "*?", "{2,}", "{0,3}", "{3}", "{0,8}", "{20}", "{1,40}");
const { choice } = fc.letrec<{ choice: string; sequence: string; item: string }>((tie) => ({
  choice: fc.oneof(
    { weight: 4, arbitrary: tie("sequence") },
    { weight: 1, arbitrary: fc.array(tie("sequence"), { minLength: 2, maxLength: 3 }).map((all) => all.join("|")) },
  ),
  sequence: fc.array(tie("item"), { minLength: 1, maxLength: 6, size: "max" }).map((all) => all.join("")),
  item: fc.oneof(
    { depthSize: "medium" },
    letter,
    fc.tuple(letter, sign).map((all) => all.join("")),
    tie("choice").map((inner) => `(${inner})`),
    fc.tuple(tie("choice"), sign).map(([inner, after]) => `(?:${inner})${after}`),
    letter.map((inner) => `(?=${inner})`),
    fc.constantFrom("^", "$", "\\b", "a".repeat(24), ".{30}"),
  ),
}));
const expression = fc
  .tuple(fc.constantFrom("", "^"), choice, fc.constantFrom("", "$", "!", "x$"))
  .map((all) => all.join(""));

/** Parts that all take the same letter, and an end that does not: the worst that repeats in a row can do. */
const dense = fc
  .array(
    fc
      .tuple(
        fc.constantFrom("a", "[ab]", "\\w", ".", "(a)", "(?:aa)"),
        fc.constantFrom("*", "+", "?", "{0,8}", "{4}", ""),
      )
      .map((all) => all.join("")),
    { minLength: 2, maxLength: 6 },
  )
  .map((parts) => `${parts.join("")}!`);

/** Texts that keep an expression busy: what it can repeat, again and again, and an end that fits nowhere. */
const PUMPS = ["a", "b", "ab", "aab", "a-", "1", "a1", "-", " ", "a b", "abc", "1-", `${"a".repeat(24)}b`];
const SUBJECTS = PUMPS.flatMap((pump) =>
  ["", "\u0000", "é"].map((end) => pump.repeat(256).slice(0, 256 - end.length) + end),
);

/** The shortest of a few runs: what else the machine does comes and goes, what an expression costs comes each time. */
function timeOf(source: string, subject: string): number {
  let shortest = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5 && shortest > LIMIT / 5; run++) {
    const start = performance.now();
    evaluateCondition({ text: { $regex: source } }, { text: subject });
    shortest = Math.min(shortest, performance.now() - start);
  }
  return shortest;
}

test("whatever is accepted is fast", () => {
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(expression, (source) => {
      if (regexFault(source, false)) {
        seen.refused++;
        return;
      }
      seen.accepted++;
      for (const subject of SUBJECTS) expect(timeOf(source, subject), `${source} on ${subject}`).toBeLessThan(LIMIT);
    }),
    { numRuns: RUNS },
  );
  // Both happen often, or this shows nothing.
  expect(seen.accepted).toBeGreaterThan(RUNS / 10);
  expect(seen.refused).toBeGreaterThan(RUNS / 10);
}, 60_000);

test("what is accepted of parts that take the same letter is fast", () => {
  const seen = { accepted: 0 };
  fc.assert(
    fc.property(dense, (source) => {
      if (regexFault(source, false)) return;
      seen.accepted++;
      expect(timeOf(source, "a".repeat(256)), source).toBeLessThan(LIMIT);
    }),
    { numRuns: 2 * RUNS },
  );
  expect(seen.accepted).toBeGreaterThan(RUNS / 10);
}, 60_000);

test("the clock sees what is slow", () => {
  expect(timeOf("a*a*a*b", "a".repeat(128))).toBeGreaterThan(LIMIT);
});
