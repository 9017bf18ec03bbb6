/** From a call to a message of the Segment Spec: https://segment.com/docs/connections/spec/common/ */
import type { Purpose } from "@ghostlight/rules";
import { utmOf } from "../env/campaign.ts";
import type { Device } from "../env/device.ts";
import type { PageContext } from "../env/page.ts";
import { VERSION } from "../env/version.ts";
import type { Content } from "./arguments.ts";
import type { Call, Properties, Verb } from "./call.ts";
import type { Identity } from "./identity.ts";

/** One event as it travels and as the edge stores it. */
export interface Message {
  readonly type: Exclude<Verb, "reset">;
  readonly event?: string | undefined;
  readonly name?: string | undefined;
  readonly category?: string | undefined;
  readonly properties?: Properties | undefined;
  readonly traits?: Properties | undefined;
  readonly userId?: string | undefined;
  readonly previousId?: string | undefined;
  readonly groupId?: string | undefined;
  /** UUID; the edge stores each once. */
  readonly messageId: string;
  /** UUID of this browser, under `analytics` only. */
  readonly anonymousId?: string | undefined;
  /** ISO 8601. */
  readonly timestamp: string;
  readonly integrations?: Properties | undefined;
  readonly context: {
    readonly page: PageContext;
    readonly consent: { readonly categoryPreferences: Readonly<Record<string, boolean>> };
    readonly library: { readonly name: string; readonly version: string };
    /** ms since 1970 at which the session began. */
    readonly sessionId?: number | undefined;
    readonly groupId?: string | undefined;
    /** How many events were given up before this one, as there were too many. */
    readonly dropped?: number | undefined;
    readonly [name: string]: unknown;
  };
}

/** What is the same for all messages of a page. */
export interface Surroundings {
  /** Every purpose of the site, so that a message also says what was refused. */
  readonly asked: readonly Purpose[];
  readonly device: Device;
}

/** `identity`: as it is once this was said; undefined where nobody may be told apart. `dropped`: see `Seal`. */
export function createMessage(
  call: Call,
  content: Content & { readonly type: Message["type"] },
  identity: Identity | undefined,
  dropped: number,
  { asked, device }: Surroundings,
): Message {
  const { type, properties, options, ...names } = content;
  const { purposes, stamp = purposes } = call;
  const { context, integrations, timestamp, anonymousId: _id, ...more } = options;
  const { anonymousId, userId, traits = properties, groupId, groupTraits = properties, sessionId } = identity ?? {};
  // A view may say itself which page it is of: so do views within a page that never reloads.
  const said = Object.entries(call.page).map(([key, value]) => [key, (type === "page" && properties[key]) || value]);
  const page = { ...Object.fromEntries(said), ...(context?.page as PageContext) } as PageContext;
  const { campaign, ...utm } = utmOf(page.search);
  const body: Readonly<Record<Message["type"], Partial<Message>>> = {
    track: { ...names, properties },
    // Segment's page call repeats the page among its properties.
    page: { ...names, properties: { ...page, ...properties, ...names } },
    identify: { traits },
    group: { groupId, ...names, traits: groupTraits },
    alias: { previousId: userId ?? anonymousId, ...names },
  };
  return {
    type,
    messageId: call.id,
    anonymousId,
    userId,
    ...body[type],
    timestamp: new Date(timestamp ?? call.at).toISOString(),
    integrations,
    context: {
      ...device,
      library: { name: "ghostlight", version: VERSION },
      ...(page.search.includes("utm_") && { campaign: { name: campaign, ...utm } }),
      groupId,
      ...more,
      ...context,
      page,
      dropped: dropped || undefined,
      sessionId,
      consent: { categoryPreferences: Object.fromEntries(asked.map((one) => [one, stamp.includes(one)])) },
    },
  };
}
