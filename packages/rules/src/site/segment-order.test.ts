import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClauseSource } from "./clause/source.ts";
import { orderSegments } from "./segment-order.ts";

const EVENT: ClauseSource = { event: "A" };
const reads = (...ids: string[]): { if: ClauseSource } => ({
  if: { any: [EVENT, ...ids.map((segment) => ({ segment }))] },
});

describe("the order of segments", () => {
  test("is the file's where none reads another", () => {
    expect(orderSegments({ c: reads(), a: reads(), b: reads() })).toEqual({ ok: true, order: ["c", "a", "b"] });
  });

  test("puts what is read first, once", () => {
    const segments = { top: reads("left", "right"), left: reads("low"), right: reads("low"), low: reads() };
    expect(orderSegments(segments)).toEqual({ ok: true, order: ["low", "left", "right", "top"] });
  });

  test("counts what a segment reads to stay", () => {
    const segments = { keeps: { if: EVENT, stay: { not: { segment: "late" } } }, late: reads() };
    expect(orderSegments(segments)).toEqual({ ok: true, order: ["late", "keeps"] });
    const ring = { keeps: { if: EVENT, stay: { segment: "keeps" } } };
    expect(orderSegments(ring)).toEqual({ ok: false, ring: ["keeps", "keeps"] });
  });

  test("leaves out what is not defined, inherited names too", () => {
    expect(orderSegments({ a: reads("nowhere", "constructor") })).toEqual({ ok: true, order: ["a"] });
  });

  test("names the ring, without the way to it", () => {
    const segments = { way: reads("a"), a: reads("b"), b: reads("free", "c"), c: reads("a"), free: reads() };
    expect(orderSegments(segments)).toEqual({ ok: false, ring: ["a", "b", "c", "a"] });
    expect(orderSegments({ self: reads("self") })).toEqual({ ok: false, ring: ["self", "self"] });
  });

  test("survives a long chain", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 500 }, (_, at) => [`s${at}`, at < 499 ? reads(`s${at + 1}`) : reads()]),
    );
    const sorted = orderSegments(chain);
    expect(sorted.ok && sorted.order[0]).toBe("s499");
  });
});

describe("whatever reads whatever", () => {
  const ids = ["a", "b", "c", "d", "e", "f"];
  const graph = fc.dictionary(fc.constantFrom(...ids), fc.subarray(ids));

  test("each segment comes after those it reads, or there is a ring of such readings", () => {
    fc.assert(
      fc.property(graph, (edges) => {
        const segments = Object.fromEntries(Object.entries(edges).map(([id, read]) => [id, reads(...read)]));
        const sorted = orderSegments(segments);
        if (sorted.ok) {
          expect([...sorted.order].sort()).toEqual(Object.keys(edges).sort());
          for (const [at, id] of sorted.order.entries()) {
            const defined = (edges[id] ?? []).filter((read) => read in edges);
            expect(sorted.order.slice(0, at)).toEqual(expect.arrayContaining(defined));
          }
        } else {
          expect(sorted.ring.length).toBeGreaterThan(1);
          expect(sorted.ring[0]).toBe(sorted.ring.at(-1));
          for (const [at, id] of sorted.ring.slice(0, -1).entries()) expect(edges[id]).toContain(sorted.ring[at + 1]);
        }
      }),
      { numRuns: 500 },
    );
  });
});
