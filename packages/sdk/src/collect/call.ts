/** A call of the page, as it was when it was made: the engine may come later, the facts are of now. */
import type { Purpose } from "@ghostlight/rules";
import type { PageContext } from "../env/page.ts";

export type Properties = { readonly [name: string]: unknown };

export interface Call {
  /** UUID: it becomes the `messageId`, so that a call counts once, however often it is handed on. */
  readonly id: string;
  readonly type: "track" | "page";
  /** The event of a `track`, the name of a `page` where it has one. */
  readonly name?: string;
  readonly properties: Properties;
  /** ms since 1970. */
  readonly at: number;
  readonly page: PageContext;
  /** Purposes in force when it happened. */
  readonly purposes: readonly Purpose[];
}

/** Why a call cannot be an event, or undefined. */
export function faultOf(type: Call["type"], name: unknown, properties: unknown): string | undefined {
  if (type === "track" && (typeof name !== "string" || !name)) return `track: the event's name is ${describe(name)}`;
  if (name !== undefined && typeof name !== "string") return `${type}: the name is ${describe(name)}`;
  if (typeof properties !== "object" || properties === null || Array.isArray(properties)) {
    return `${type} "${name ?? ""}": the properties are ${describe(properties)}, not an object`;
  }
  try {
    JSON.stringify(properties);
    return undefined;
  } catch (error) {
    return `${type} "${name ?? ""}": the properties cannot be sent: ${error instanceof Error ? error.message : error}`;
  }
}

function describe(value: unknown): string {
  if (value === "") return "empty";
  return Array.isArray(value) ? "a list" : value === null ? "null" : `of type ${typeof value}`;
}
