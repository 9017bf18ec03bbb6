/** The operators that few sites use: a page has them where its plan asks for one of them. */
import type { Json, Matches, Test, Tests } from "./condition.ts";
import { cut } from "./cut.ts";
import { isIn } from "./membership.ts";
import { ORDER } from "./operators.ts";
import { hasOperators } from "./shape.ts";
import { sortableVersion } from "./version.ts";

/** By its name: a call that reads it would stay behind where this is left out. */
const byVersion =
  (order: keyof typeof ORDER): Test =>
  (actual, expected) =>
    ORDER[order](sortableVersion(actual), sortableVersion(expected));

/** By their names, for `createLanguage`: versions, letters in any case, types, expressions, and what looks into lists. */
export const RARE_OPERATORS: Tests = {
  $veq: /* @__PURE__ */ byVersion("$eq"),
  $vne: /* @__PURE__ */ byVersion("$ne"),
  $vgt: /* @__PURE__ */ byVersion("$gt"),
  $vgte: /* @__PURE__ */ byVersion("$gte"),
  $vlt: /* @__PURE__ */ byVersion("$lt"),
  $vlte: /* @__PURE__ */ byVersion("$lte"),

  $ini: (actual, expected) => !!isIn(folded(actual), folded(expected)),
  $nini: (actual, expected) => isIn(folded(actual), folded(expected)) === false,

  $type: (actual, expected) => typeName(actual) === expected,
  $regex: (actual, expected) => matchesExpression(actual, expected),
  $regexi: (actual, expected) => matchesExpression(actual, expected, "i"),

  $size: (actual, expected, matches) => Array.isArray(actual) && matches(expected, actual.length),
  $all: (actual, expected, matches) => hasAll(actual, expected, matches),
  $alli: (actual, expected, matches) =>
    hasAll(actual, expected, (wanted, one) =>
      typeof wanted === "string" ? lower(`${one}`) === lower(wanted) : matches(wanted, one),
    ),
  $elemMatch: (actual, expected, matches, holds) =>
    Array.isArray(actual) &&
    actual.some((one) => (one ?? null) !== null && (hasOperators(expected) ? matches : holds)(expected, one)),
};

function hasAll(actual: unknown, expected: Json, matches: Matches): boolean {
  return (
    Array.isArray(actual) &&
    Array.isArray(expected) &&
    expected.every((wanted) => actual.some((one) => matches(wanted, one)))
  );
}

/** For matching whatever the case of letters. */
function lower(value: unknown): unknown {
  return typeof value === "string" ? value.toLowerCase() : value;
}

function folded(value: unknown): unknown {
  return Array.isArray(value) ? value.map(lower) : lower(value);
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const name = typeof value;
  return ["string", "number", "boolean", "object", "undefined"].includes(name) ? name : "unknown";
}

/** An expression that does not parse matches nothing. */
function matchesExpression(actual: unknown, source: Json, flags?: string): boolean {
  if (typeof source !== "string") return false;
  try {
    return new RegExp(source, flags).test(cut(actual));
  } catch {
    return false;
  }
}
