/** The calls of the Segment Spec, in all the forms that it has: https://segment.com/docs/connections/spec/ */
import type { Options } from "../collect/arguments.ts";
import type { Properties } from "../collect/call.ts";
import type { Message } from "../collect/message.ts";
import type { CommerceEvents } from "./commerce.ts";

/**
 * Called once: with the message as soon as it is kept, without one where it was dropped, and after 300 ms at the latest,
 * so that a page can wait with it before it goes elsewhere.
 */
export type Callback = (message?: Message) => void;

/** Resolves with the message once it is kept on the device, with undefined where nothing is sent. Never rejects. */
export type Kept = Promise<Message | undefined>;

/** What may follow the names: properties or traits, options, a callback; each may be left out. */
type Rest = readonly [options?: Options | Callback | null, callback?: Callback];

/** Any name, and of those of e-commerce the properties that they should have. */
export interface AnyEvents extends CommerceEvents {
  readonly [name: string]: Properties;
}

type NameOf<EventMap> = keyof EventMap & string;

/** Where no property is required, they may be left out. */
type RestOf<Named> =
  Partial<Named> extends Named ? [properties?: Named | Callback | null, ...Rest] : [properties: Named, ...Rest];

export interface Track<EventMap> {
  <Name extends NameOf<EventMap>>(event: Name, ...rest: RestOf<EventMap[Name]>): Kept;
  <Name extends NameOf<EventMap>>(
    call: { readonly event: Name; readonly properties?: EventMap[Name] },
    ...rest: Rest
  ): Kept;
}

export interface Page {
  (category: string | null, name: string | null, properties?: Properties | Callback | null, ...rest: Rest): Kept;
  (name?: string | null, properties?: Properties | Callback | null, ...rest: Rest): Kept;
  (properties: Properties | Callback, ...rest: Rest): Kept;
}

/** `identify` and `group`. */
export interface Identify {
  (id?: string | number | null, traits?: Properties | Callback | null, ...rest: Rest): Kept;
  (traits: Properties, ...rest: Rest): Kept;
}

export type Alias = (to: string | number, from?: string | number | Options | Callback | null, ...rest: Rest) => Kept;
