/** One clause in words: what was wanted, and what there was. */
import type { Explanation, Json } from "@ghostlight/rules";
import { isRecord, type Loose } from "../simulate/circumstances.ts";
import { ageInWords, spanInWords } from "./spans.ts";

export interface ClauseText {
  readonly wanted: string;
  /** Left out where the answer says it all. */
  readonly actual?: string;
}

/** `facts`: what conditions on facts were compared with. */
export function clauseText(
  { kind, of, wanted, actual, parts = [] }: Explanation,
  facts: Readonly<Record<string, Json>>,
): ClauseText {
  switch (kind) {
    case "kept":
      return { wanted: "entered by the first, kept by either" };
    case "all":
    case "any":
      return { wanted: parts.length ? `${kind} of` : kind === "all" ? "always" : "never" };
    case "not":
      return { wanted: "not" };
    case "count":
      return { wanted: `${counted(of)}: ${times(wanted)}${windowOf(wanted)}`, ...plain(actual) };
    case "sum":
      return { wanted: `${counted(of)}: ${amount(wanted)}${windowOf(wanted)}`, ...plain(actual) };
    case "distinct":
      return { wanted: `${counted(of)}: ${amount(wanted)} different${windowOf(wanted)}`, ...plain(actual) };
    case "first":
    case "last":
      return {
        wanted: `the ${kind} ${counted(of)}: ${comparison(wanted, spanInWords)} ago`,
        actual: actual === undefined ? "never came" : `${ageInWords(actual)} ago`,
      };
    case "without":
      return {
        wanted: `${counted(of)}, then for ${spanInWords(part(wanted, "within"))} no ${counted(part(wanted, "without"))}`,
        actual:
          actual === undefined ? "it never came, or was followed" : `${ageInWords(actual)} ago, not followed since`,
      };
    case "silent":
      return {
        wanted: `silent for ${comparison(wanted, spanInWords)}`,
        actual: actual === undefined ? "no silence before this visit" : ageInWords(actual),
      };
    case "fact":
      return { wanted: `facts are ${JSON.stringify(wanted)}`, actual: valuesOf(wanted, facts) };
    case "score":
    case "share":
    case "lift":
      return { wanted: `${kind} of ${value(of)}: ${amount(wanted)}`, ...plain(actual ?? 0) };
    case "top":
      return { wanted: `${value(of)} is among the first ${wanted}`, actual: actual ? `place ${actual}` : "no score" };
    case "stage":
      return { wanted: `in the stage ${JSON.stringify(of)}`, actual: `in ${JSON.stringify(facts.stage)}` };
    case "channel":
      return { wanted: `can be reached by ${of}${wanted ? ", and rather so" : ""}` };
    case "consent":
      return { wanted: `agreed to ${of}` };
    default:
      return { wanted: `in the ${kind} ${JSON.stringify(of)}` };
  }
}

/** The key of a counter: one event or a list of them, then what narrows them. */
function counted(key: unknown): string {
  const text = String(key);
  const [names = ""] = /^\[("([^"\\]|\\.)*",?)+\]/.exec(text) ?? [];
  const events = names ? JSON.parse(names).join(" or ") : "";
  const rest = text.slice(names.length);
  return (
    events +
    rest
      .replace(
        /\|after (\d+)(mo)? /,
        (_, span, months) => ` within ${spanInWords(months ? [Number(span)] : span)} after `,
      )
      .replace(/\|on (\S+?)\/(\S+)/, " from $1 to $2")
      .replaceAll("|{", " where {")
      .replaceAll("|", " ")
  );
}

function times(wanted: unknown): string {
  const text = amount(wanted);
  return `${text} ${/(^| )1$/.test(text) ? "time" : "times"}`;
}

const plain = (actual: number | undefined): { actual?: string } =>
  actual === undefined ? {} : { actual: Number(actual.toFixed(4)).toLocaleString("en") };

const part = (wanted: unknown, key: string): unknown => (isRecord(wanted) ? wanted[key] : undefined);

const amount = (wanted: unknown): string => comparison(wanted, (operand) => Number(operand).toLocaleString("en"));

const OPERATORS: Readonly<Record<string, string>> = {
  $eq: "exactly",
  $ne: "not exactly",
  $gt: "more than",
  $gte: "at least",
  $lt: "less than",
  $lte: "at most",
};

function comparison(wanted: unknown, word: (operand: unknown) => string): string {
  const bounds = isRecord(wanted) ? Object.entries(wanted).filter(([key]) => OPERATORS[key]) : [];
  return bounds.map(([operator, operand]) => `${OPERATORS[operator]} ${word(operand)}`).join(" and ");
}

function windowOf(wanted: unknown): string {
  const window = part(wanted, "window");
  if (!Array.isArray(window)) return "";
  const [kind, from, to] = window;
  if (kind === "in") return ` within ${spanInWords(from)}`;
  if (kind === "days") return from === 1 ? " today" : ` in the last ${from} calendar days`;
  return kind === "from" ? ` between ${spanInWords(from)} and ${spanInWords(to)} ago` : " in this visit";
}

/** `{"category": "shoes"}` → `category "shoes"`. */
function value(of: unknown): string {
  const [[affinity, liked] = []] = isRecord(of) ? Object.entries(of) : [];
  return `${affinity} ${JSON.stringify(liked)}`;
}

/** What the facts are that a condition names: `orders = 2, device = "mobile"`. */
function valuesOf(condition: unknown, facts: Loose): string {
  const paths = [...new Set(pathsIn(condition))];
  const read = (path: string): unknown =>
    path.split(".").reduce((at: unknown, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined), facts);
  return paths.map((path) => `${path} = ${JSON.stringify(read(path)) ?? "not told"}`).join(", ");
}

function pathsIn(condition: unknown): string[] {
  if (Array.isArray(condition)) return condition.flatMap(pathsIn);
  if (!isRecord(condition)) return [];
  return Object.entries(condition).flatMap(([key, inner]) => (key.startsWith("$") ? pathsIn(inner) : [key]));
}
