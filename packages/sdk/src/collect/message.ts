/** From a call to a message of the Segment Spec: https://segment.com/docs/connections/spec/common/ */
import type { Call } from "./call.ts";

/** One event as it travels and as the edge stores it. */
export interface Message {
  readonly type: Call["type"];
  readonly event?: string;
  readonly name?: string;
  readonly properties: { readonly [name: string]: unknown };
  /** UUID; the edge stores each once. */
  readonly messageId: string;
  /** UUID of this browser, under `analytics` only. */
  readonly anonymousId: string;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly context: {
    readonly page: Call["page"];
    readonly consent: { readonly categoryPreferences: Readonly<Record<string, boolean>> };
    readonly library: { readonly name: string; readonly version: string };
  };
}

/** `asked`: every purpose of the site, so that a message also says what was refused. */
export function createMessage(call: Call, anonymousId: string, asked: readonly string[], version: string): Message {
  const { id, type, name, properties, at, page, purposes } = call;
  const isPage = type === "page";
  return {
    type,
    ...(name !== undefined && { [isPage ? "name" : "event"]: name }),
    // Segment's page call repeats the page among its properties.
    properties: isPage ? { ...page, ...(name !== undefined && { name }), ...properties } : properties,
    messageId: id,
    anonymousId,
    timestamp: new Date(at).toISOString(),
    context: {
      page,
      consent: {
        categoryPreferences: Object.fromEntries(asked.map((purpose) => [purpose, purposes.includes(purpose)])),
      },
      library: { name: "ghostlight", version },
    },
  };
}
