import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findJsonFault } from "./json-fault.ts";

/** The fault is at `▲`. */
const marked = (text: string): [text: string, at: number] => [text.replace("▲", ""), text.indexOf("▲")];

describe("where JSON breaks off", () => {
  test.each(
    [
      "▲",
      "  ▲",
      "▲nope",
      "▲'a'",
      "▲\uFEFF{}",
      "{▲",
      "[▲",
      "{▲a: 1}",
      '{"a"▲',
      '{"a" ▲1}',
      '{"a":▲',
      '{"a": ▲}',
      '{"a": ▲,',
      '{"a": ▲x}',
      '{"a": ▲tru}',
      '{"a": ▲trues}',
      '{"a": ▲01}',
      '{"a": ▲1.}',
      '{"a": ▲-}',
      '{"a": ▲+1}',
      '{"a": ▲1e}',
      '{"a": ▲.5}',
      '{"a": 1▲',
      '{"a": 1,▲',
      '{"a": 1, ▲}',
      '{"a": 1 ▲"b": 2}',
      '{"a": 1▲]',
      '{"a": ▲"b\nc"}',
      '{"a": ▲"b\tc"}',
      '{"a": ▲"\\q"}',
      '{"a": ▲"\\u12g4"}',
      '{"a": ▲"b}',
      '{▲"a}',
      "[1, ▲]",
      "[▲, 1]",
      "[1 ▲2]",
      "[1▲}",
      "[1▲: 2]",
      "[]▲]",
      "{} ▲x",
      '"a" ▲"b"',
      "null▲,",
    ].map(marked),
  )("%j: at %i", (text, at) => {
    expect(() => JSON.parse(text)).toThrow();
    expect(findJsonFault(text)).toBe(at);
  });

  test("is at the end for text that is JSON", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 1, 2, "\t"), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(findJsonFault(text)).toBe(text.length);
      }),
    );
  });

  test("is no later than where the engine gives up, and what comes before can be completed", () => {
    const edit = fc.record({
      json: fc.json({ maxDepth: 3 }),
      at: fc.nat(),
      cut: fc.nat({ max: 3 }),
      put: fc.constantFrom("", ",", "]", "}", '"', "\\", "x", "1", " ", "\n", "{", "-"),
    });
    fc.assert(
      fc.property(edit, ({ json, at, cut, put }) => {
        const start = at % (json.length + 1);
        const text = json.slice(0, start) + put + json.slice(start + cut);
        const told = enginesFault(text);
        if (told === undefined) return;
        const fault = findJsonFault(text);
        expect(fault).toBeLessThanOrEqual(told);
        const before = text.slice(0, fault);
        expect(enginesFault(before) ?? before.length).toBeGreaterThanOrEqual(before.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test("is found fast in a long text", () => {
    const text = `{"a": "${'x\\"'.repeat(200_000)}`;
    const start = performance.now();
    expect(findJsonFault(text)).toBe(6);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

/** Index at which the engine gives up, where it tells; the end where it misses something; undefined for JSON. */
function enginesFault(text: string): number | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
  }
}
