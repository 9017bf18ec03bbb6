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

/** Why a call cannot be an event, with the value at fault; or undefined. */
export function faultOf(type: Call["type"], name: unknown, properties: unknown): readonly unknown[] | undefined {
  if (type === "track" ? !name || typeof name !== "string" : typeof (name ?? "") !== "string") {
    return [`${type}: no name`, name];
  }
  const call = `${type} "${name ?? ""}": no `;
  if (Object(properties) !== properties || Array.isArray(properties)) return [`${call}object`, properties];
  try {
    JSON.stringify(properties);
    return undefined;
  } catch (error) {
    return [`${call}JSON`, error];
  }
}
