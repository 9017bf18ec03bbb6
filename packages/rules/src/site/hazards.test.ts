import { describe, expect, test } from "vitest";
import { issuesWith, SMALLEST } from "../../test/site.ts";
import { checkSite, parseSite } from "./check.ts";

const nested = (levels: number) => `${'{"not":'.repeat(levels)}{"event":"A"}${"}".repeat(levels)}`;
const text = (clause: string) => `{"site":"shop","origins":["https://shop.example"],"segments":{"s":{"if":${clause}}}}`;

describe("nesting", () => {
  test("of 64 levels passes, of one more is a fault", () => {
    expect(parseSite(text(nested(60))).ok).toBe(true);
    const result = parseSite(text(nested(61)));
    expect(result).toEqual({
      ok: false,
      issues: [
        {
          path: `segments.s.if${".not".repeat(61)}`,
          message: "this is nested too deeply",
          mend: "nest at most 64 levels; a long condition reads better as several segments",
        },
      ],
    });
  });

  test("of any depth is told, never thrown", () => {
    const where = `{"event":"A","where":{"a":${"[".repeat(50_000)}${"]".repeat(50_000)}}}`;
    for (const file of [text(nested(50_000)), text(where), "[".repeat(50_000) + "]".repeat(50_000)]) {
      expect(parseSite(file)).toMatchObject({ ok: false, issues: [{ message: "this is nested too deeply" }] });
    }
  });

  test("too deep in two places is told of both", () => {
    const deep = JSON.parse(nested(70));
    expect(issuesWith({ segments: { a: { if: deep }, b: { if: deep } } })).toHaveLength(2);
  });
});

describe("names that mean something to JavaScript", () => {
  const names = ["__proto__", "constructor", "prototype"];
  const places = ["", "purposes", "services", "segments", "experiences", "segments.s.if.where", "texts", "stages"];
  const around: [path: string, name: string][] = places.flatMap((place) =>
    names.map((name): [string, string] => [place, name]),
  );

  test.each(around)("at %j: %s is refused once", (place, name) => {
    const file = structuredClone({ ...SMALLEST, segments: { s: { if: { event: "A", where: {} } } } });
    let target: Record<string, unknown> = file;
    for (const key of place === "" ? [] : place.split(".")) {
      target[key] ??= {};
      target = target[key] as Record<string, unknown>;
    }
    Object.defineProperty(target, name, { value: {}, enumerable: true });
    expect(checkSite(file)).toEqual({
      ok: false,
      issues: [
        {
          path: place === "" ? name : `${place}.${name}`,
          value: {},
          message: `"${name}" cannot be a name`,
          mend: "choose another name",
        },
      ],
    });
  });

  test("are told beside the other faults", () => {
    const result = parseSite('{"site": 5, "__proto__": {"origins": []}}');
    expect(result.ok ? [] : result.issues.map(({ path }) => path)).toEqual(["__proto__", "site", "origins"]);
  });

  test("leave the prototype of everything as it was", () => {
    parseSite('{"site":"shop","origins":["https://shop.example"],"segments":{"__proto__":{"if":{"event":"A"}}}}');
    expect(Object.hasOwn(Object.prototype, "if")).toBe(false);
  });

  test("may be named in a clause, where they name nothing", () => {
    expect(issuesWith({ segments: { s: { if: { segment: "constructor" } } } })).toEqual([
      {
        path: "segments.s.if.segment",
        value: "constructor",
        message: 'there is no segment "constructor"',
        mend: "define it under segments",
      },
    ]);
    expect(issuesWith({ services: { s: { name: "S", purpose: "constructor" } } })).toHaveLength(1);
  });
});
