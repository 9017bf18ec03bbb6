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

/** What a call says; or which call it is and what of it is at fault: never its value, which may be personal. */
export type Reading = Content | string;

/** What the texts before the objects of a call are. */
const NAMES: Readonly<Record<Verb, readonly (keyof Content)[]>> = {
  track: ["event"],
  page: ["name", "category"],
  identify: ["userId"],
  group: ["groupId"],
  alias: ["userId", "previousId"],
  reset: [],
};

/** Characters: the edge takes no event of more than 128 KiB, and one may take three bytes. */
const LONGEST = 32_768;

/** What the edge takes as the name of an event. */
const NAME = /^[^\p{Cc}\p{Cs}]{1,100}$/u;

export function isVerb(name: unknown): name is Verb {
  return Object.hasOwn(NAMES, name as Verb);
}

/** `given`: as JSON brought them, so undefined is null and there are no functions. `length`: of that JSON. */
export function readArguments(type: Verb, given: readonly unknown[], length = 0): Reading {
  const keys = NAMES[type];
  const isTrack = type === "track";
  const [first, ...others] = given;
  // A track call may be one object.
  const rest = isTrack && isObject(first) ? [first.event, first.properties, ...others] : [...given];
  const heads = keys.map((name) => {
    const head = isObject(rest[0]) ? "" : (rest.shift() ?? "");
    // Numbers are ids too, but no names.
    return typeof head === "number" && /Id/.test(name) ? `${head}` : head;
  });
  const texts = heads.filter((head): head is string => head !== "" && typeof head === "string");
  const [text = ""] = texts;
  const [own, options, ...more] = type === "alias" ? [{}, ...rest.filter((arg) => arg)] : rest;
  const { context, integrations, timestamp = "0", anonymousId = "-" } = Object(options) as Options;

  const fault =
    heads.some((head) => typeof head !== "string") ||
    !isObject(own ?? {}) ||
    !isObject(options ?? {}) ||
    more.some((arg) => arg)
      ? "argument"
      : (isTrack ? !NAME.test(text) : type === "alias" && !text)
        ? "name"
        : !isObject(context ?? {}) ||
            !isObject(integrations ?? {}) ||
            !(Date.parse(timestamp) < Number.POSITIVE_INFINITY) ||
            !anonymousId ||
            typeof anonymousId !== "string"
          ? "options"
          : length > LONGEST && "size";
  if (fault) return `${isTrack ? `track "${text}"` : type}: unexpected ${fault}`;
  // Of two, the name of a page is the last.
  if (type === "page") texts.reverse();
  const names = Object.fromEntries(texts.map((one, place) => [keys[place], one]));
  return { type, ...names, properties: Object(own), options: Object(options) };
}

function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
