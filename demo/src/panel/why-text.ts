/** Says one clause of an explanation in plain words. */
import type { Language } from "../catalogue/catalogue.ts";
import { fill } from "../texts/format.ts";
import type { Texts } from "../texts/texts.ts";

export type WhyWords = Texts["panel"]["why"];

/** The parts of an explanation that are said; instants are ISO dates, spans ms or `[months]`. */
export interface Said {
  readonly kind: string;
  readonly of?: unknown;
  readonly wanted?: unknown;
  readonly actual?: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const signs: Readonly<Record<string, string>> = { $gte: "≥", $gt: ">", $lte: "≤", $lt: "<", $eq: "=", $ne: "≠" };

const timed = new Set(["first", "last", "silent"]);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A span in its largest fitting unit, rounded down: `60 days`, `30 min`. */
export const spanText = (span: unknown, language: Language): string => {
  const unit = (value: number, name: string): string =>
    new Intl.NumberFormat(language, { style: "unit", unit: name, unitDisplay: "long" }).format(Math.floor(value));
  if (Array.isArray(span)) return unit(Number(span[0]), "month");
  const ms = Number(span);
  if (ms >= 2 * day) return unit(ms / day, "day");
  return ms >= 2 * hour ? unit(ms / hour, "hour") : unit(ms / minute, "minute");
};

/** What a counter counts, from its key: the names of its events, the property in brackets. */
const counted = (key: unknown): string => {
  const [events = "", property] = String(key).split("|");
  const path = property ? /"(.*)"/.exec(property)?.[1] : undefined;
  const names = [...events.matchAll(/"([^"]+)"/g)].map(([, name]) => name).join(", ") || events;
  return path ? `${names} (${path})` : names;
};

const comparison = (wanted: unknown, value: (one: unknown) => string): string =>
  isRecord(wanted)
    ? Object.entries(wanted)
        .flatMap(([sign, one]) => (signs[sign] ? [`${signs[sign]} ${value(one)}`] : []))
        .join(", ")
    : "";

/** Facts and affinities: their names with what is compared. */
const plain = ({ of, wanted }: Said): string => {
  const about = isRecord(of) ? Object.entries(of).map(([name, value]) => `${name} ${value}`) : of ? [String(of)] : [];
  const asked = isRecord(wanted)
    ? Object.entries(wanted).map(([name, one]) =>
        signs[name] ? `${signs[name]} ${one}` : `${name} ${comparison(one, String) || JSON.stringify(one)}`,
      )
    : [];
  return [...about, ...asked].join(" ");
};

export const whyText = (said: Said, words: WhyWords, language: Language): string => {
  const { kind, of, actual } = said;
  const wanted = comparison(said.wanted, timed.has(kind) ? (one) => spanText(one, language) : String);
  switch (kind) {
    case "all":
    case "any":
    case "not":
    case "kept":
      return words[kind];
    case "silent":
      return actual === undefined
        ? fill(words.silentNone, { wanted })
        : fill(words.silent, { actual: spanText(actual, language), wanted });
    case "first":
    case "last":
      return actual === undefined
        ? fill(words.never, { of: counted(of) })
        : fill(words[kind], { of: counted(of), actual: spanText(actual, language), wanted });
    case "count":
    case "sum":
    case "distinct":
      return fill(words[kind], { of: counted(of), actual: actual ?? 0, wanted });
    case "without": {
      const { without, within } = isRecord(said.wanted) ? said.wanted : {};
      return fill(words.without, { of: counted(of), other: counted(without), wanted: spanText(within, language) });
    }
    default:
      return fill(words.other, { of: plain(said) });
  }
};
