/** What a call means, by the argument forms of the Segment Spec: https://segment.com/docs/connections/spec/ */
import type { Properties, Verb } from "./call.ts";

/** The last object of a call, for this message alone; what else it holds goes into the context, as Segment has it. */
export interface Options {
  /** Laid over the message's own context. */
  readonly context?: Properties;
  readonly integrations?: Properties;
  /** ISO 8601: when it happened, where that was not now. */
  readonly timestamp?: string;
  /** The pseudonym to go by from here on. */
  readonly anonymousId?: string;
  readonly [name: string]: unknown;
}

export interface Content {
  readonly type: Verb;
  /** Name of a `track`. */
  readonly event?: string | undefined;
  /** Name and category of a `page`. */
  readonly name?: string | undefined;
  readonly category?: string | undefined;
  /** Of an `identify` that names somebody; whom an `alias` is to be known as. */
  readonly userId?: string | undefined;
  /** Whom an `alias` was known as, where it says so. */
  readonly previousId?: string | undefined;
  /** Of a `group` that names one. */
  readonly groupId?: string | undefined;
  /** Of an `identify` and a `group`, their traits. */
  readonly properties: Properties;
  readonly options: Options;
}

export type Reading =
  | { readonly ok: true; readonly content: Content }
  /** What is wrong, and the value at fault. */
  | { readonly ok: false; readonly fault: readonly [string, unknown] };

/** How many arguments may come before the objects. */
const NAMED: Readonly<Record<Verb, number>> = { track: 1, page: 2, identify: 1, group: 1, alias: 2, reset: 0 };

/** Levels of objects within objects that the edge takes: for a deeper event it would refuse the whole batch. */
const MAX_DEPTH = 32;

/** `given`: as JSON brought them, so undefined is null and there are no functions. */
export function readArguments(type: Verb, given: readonly unknown[]): Reading {
  const [first] = given;
  // A track call may be one object.
  const args = type === "track" && isObject(first) ? [first.event, first.properties, ...given.slice(1)] : given;
  const objects = args.findIndex((arg, place) => place >= NAMED[type] || isObject(arg));
  const split = objects < 0 ? args.length : objects;
  // Numbers are ids too, but no names.
  const isNamed = type === "track" || type === "page";
  const heads = args.slice(0, split).map((id) => (typeof id === "number" && !isNamed ? `${id}` : id));
  const rest = args.slice(split);
  const [own, last] = type === "alias" ? [{}, rest.find(isObject)] : rest;
  const [one, two] = heads.filter((head): head is string => head !== "" && typeof head === "string");
  const options = (last ?? {}) as Options;
  const { context = {}, integrations = {}, timestamp, anonymousId = "-" } = options;

  const wrong = [
    ...heads.filter((head) => typeof (head ?? "") !== "string"),
    ...rest.filter((arg, place) => !isObject(arg ?? {}) || (arg && place > 1)),
  ];
  const fault = (what: string, value: unknown): Reading => ({
    ok: false,
    fault: [`${type === "track" ? `track "${one ?? ""}"` : type}: ${what}`, value],
  });
  if (wrong.length) return fault("unexpected argument", wrong[0]);
  if (!one && (type === "track" || type === "alias")) return fault("no name", first);
  if (!isObject(context) || !isObject(integrations)) return fault("no object", options);
  if (typeof anonymousId !== "string" || !anonymousId) return fault("no anonymousId", anonymousId);
  if (timestamp !== undefined && Number.isNaN(Date.parse(timestamp))) return fault("no timestamp", timestamp);
  if (isDeeper(given, MAX_DEPTH)) return fault("nested too deep", own);
  const names: Readonly<Record<Verb, Partial<Content>>> = {
    track: { event: one },
    page: two ? { category: one, name: two } : { name: one },
    identify: { userId: one },
    group: { groupId: one },
    alias: { userId: one, previousId: two },
    reset: {},
  };
  return { ok: true, content: { type, ...names[type], properties: (own ?? {}) as Properties, options } };
}

function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((item) => isDeeper(item, levels - 1));
}
