/** A call of the page, as it was when it was made: what it means, the engine finds out, which may come later. */
import type { Purpose } from "@ghostlight/rules";
import { parse, stringify } from "../env/json.ts";
import type { PageContext } from "../env/page.ts";

export type Properties = { readonly [name: string]: unknown };

export type Verb = "track" | "page" | "identify" | "group" | "alias" | "reset";

export interface Call {
  /** UUID: it becomes the `messageId`, so that a call counts once, however often it is handed on. */
  readonly id: string;
  readonly type: Verb;
  /** JSON of its arguments without callbacks, as an array: a copy, for the page may go on to change its own. */
  readonly args: string;
  /** ms since 1970. */
  readonly at: number;
  readonly page: PageContext;
  /** Purposes for which it may be used: in force when it happened, and not withdrawn since, not even to be given again. */
  purposes: readonly Purpose[];
  /** All that were in force when it happened, where some were withdrawn since. */
  stamp?: readonly Purpose[];
}

interface Odd {
  readonly toJSON?: unknown;
  /** Of an element, in whichever frame. */
  readonly ownerDocument?: unknown;
}

/** As JSON; a `toJSON` that a library gave to all objects is left out. Throws where something has no JSON. */
export function toJson(value: unknown): string {
  return stringify(value, function (this: Properties, key: string, json: unknown) {
    const own = this[key] as Odd | null | undefined;
    const kind = typeof own;
    if (kind === "function" || kind === "symbol" || own?.ownerDocument !== undefined) {
      throw new TypeError(`"${key}": no JSON`);
    }
    return own?.toJSON && [[], {}].some((one: Odd) => one.toJSON === own.toJSON) ? own : json;
  });
}

/** A copy of what is JSON. */
export function copyOf<T>(value: T): T {
  return parse(toJson(value));
}
