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
  /** The call, and what of it is at fault: never its value, which may be personal. */
  | { readonly ok: false; readonly fault: string };

/** What the first argument of a call is, and how many may come before the objects. */
const NAMED: Readonly<Record<Verb, readonly [name: keyof Content, most: number]>> = {
  track: ["event", 1],
  page: ["name", 2],
  identify: ["userId", 1],
  group: ["groupId", 1],
  alias: ["userId", 2],
  reset: ["name", 0],
};

/** Characters: the edge takes no event of more than 128 KiB, and one may take three bytes. */
const LONGEST = 32_768;

/** What the edge takes as the name of an event. */
const NAME = /^[^\p{Cc}\p{Cs}]{1,100}$/u;

export function isVerb(name: unknown): name is Verb {
  return Object.hasOwn(NAMED, String(name));
}

/** `given`: as JSON brought them, so undefined is null and there are no functions. `length`: of that JSON. */
export function readArguments(type: Verb, given: readonly unknown[], length = 0): Reading {
  const [key, most] = NAMED[type];
  const [first] = given;
  const isId = key === "userId" || key === "groupId";
  const heads: unknown[] = [];
  const objects: unknown[] = [];
  // A track call may be one object.
  const args = type === "track" && isObject(first) ? [first.event, first.properties, ...given.slice(1)] : given;
  for (const arg of args) {
    if (objects.length || heads.length === most || isObject(arg)) objects.push(arg);
    // Numbers are ids too, but no names.
    else heads.push(typeof arg === "number" && isId ? `${arg}` : arg);
  }
  if (type === "alias") objects.unshift({}, ...objects.splice(0).filter((arg) => arg));
  const [own, options, ...more] = objects;
  const [one, two] = heads.filter((head): head is string => head !== "" && typeof head === "string");
  const { context, integrations, timestamp = 0, anonymousId = "-" } = Object(options) as Options;

  const hasName = type === "track" ? NAME.test(one ?? "") : type !== "alias" || one;
  const isTimed = !Number.isNaN(Date.parse(`${timestamp}`));
  const fault = [
    (heads.some((head) => typeof (head ?? "") !== "string") || !areObjects(own, options) || more.some((arg) => arg)) &&
      "argument",
    !hasName && "name",
    !(areObjects(context, integrations) && isTimed && anonymousId && typeof anonymousId === "string") && "options",
    length > LONGEST && "size",
  ].find((found) => found);
  if (fault) return { ok: false, fault: `${type === "track" ? `track "${one ?? ""}"` : type}: unexpected ${fault}` };
  const names = two
    ? type === "page"
      ? { category: one, name: two }
      : { [key]: one, previousId: two }
    : { [key]: one };
  return { ok: true, content: { type, ...names, properties: Object(own), options: Object(options) } };
}

function areObjects(...values: readonly unknown[]): boolean {
  return values.every((value) => isObject(value ?? {}));
}

function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
