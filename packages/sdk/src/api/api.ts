/** What a page can do with Ghostlight. */
import type { Channel, Explanation, Purpose, Transition } from "@ghostlight/rules";
import type { Options } from "../collect/arguments.ts";
import type { Properties } from "../collect/call.ts";
import type { Message } from "../collect/message.ts";
import type { Middleware } from "../collect/plugins/middleware.ts";
import type { Plugin } from "../collect/plugins/plugin.ts";
import type { ConsentState, Permissions } from "../consent/consent.ts";
import type { Wishes } from "../consent/preferences.ts";
import type { Profile } from "../preferences/known.ts";
import type { KeptPreferences } from "../preferences/store.ts";
import type { Alias, AnyEvents, Identify, Kept, Page, Track } from "./verbs.ts";

export type {
  Channel,
  ConsentState,
  KeptPreferences,
  Message,
  Middleware,
  Options,
  Permissions,
  Plugin,
  Profile,
  Properties,
  Wishes,
};

/** The visitor moved from one stage to another; undefined: nothing is known of them (any more). */
export interface StageChange {
  readonly stage: string | undefined;
  readonly previous: string | undefined;
  /** When, in ms since 1970, and what brought it about; where another tab saw it happen, only that tab knows. */
  readonly at?: number | undefined;
  readonly cause?: Transition["cause"] | undefined;
  /** Name of the event. */
  readonly event?: string | undefined;
}

/** What {@link Ghostlight.on} can tell of. Of messages, only those are told that come after. */
export interface Events {
  readonly stage: StageChange;
  /**
   * The visitor entered or left a segment: at which instant, which may be long ago, and what brought it about. Each is
   * told once, in one of the tabs that are open.
   */
  readonly segment: Transition;
  readonly consent: ConsentState;
  /**
   * What was withdrawn while scripts of it run on in this page, each time that this changes; nothing, once it was granted
   * again. They stop when the page is loaded again, which Ghostlight never does by itself. A notice says so to the
   * visitor, unless the site draws its own.
   */
  readonly reload: Permissions;
  /** A message of that kind is kept on this device, to be sent. */
  readonly track: Message;
  readonly page: Message;
  readonly identify: Message;
  readonly group: Message;
  readonly alias: Message;
}

/** `["track", "Product Viewed", {…}]`: a method of {@link Ghostlight} by name, dots for those of `consent`. */
export type Command = readonly [method: string, ...args: unknown[]];

/** Yes or no by purpose. */
type Answers<Name extends string> = Readonly<Partial<Record<Name, boolean>>>;

/**
 * `Stage`, `Segment`, `Asked`: ids of stages, segments and of the purposes that visitors are asked about, where
 * `ghostlight types` told them. `EventMap`: names of events and their properties; the default takes any name, and knows
 * those of e-commerce.
 */
export interface Ghostlight<
  Stage extends string = string,
  Segment extends string = string,
  EventMap extends object = AnyEvents,
  Asked extends Purpose = Purpose,
> {
  /** Runs commands and functions now; before the script has loaded, the array in its place keeps them. */
  readonly push: (...items: readonly (Command | ((ghostlight: Ghostlight) => unknown))[]) => void;
  /** Something happened: `track(event, properties?, options?, callback?)`. Without consent it is dropped. */
  readonly track: Track<EventMap>;
  /**
   * A page was seen: `page(category?, name?, properties?, options?, callback?)`. The page's own load counts by itself;
   * call this for views within it.
   */
  readonly page: Page;
  /** The visitor is somebody: `identify(id?, traits?, options?, callback?)`. Another id than before is another visitor. */
  readonly identify: Identify;
  /** The visitor belongs to a company or the like: `group(id, traits?, options?, callback?)`. */
  readonly group: Identify;
  /** Two ids are one person: `alias(to, from?, options?, callback?)`. */
  readonly alias: Alias;
  /** Nobody in particular any more, as after a log-out: forgets id, traits and group, with a new pseudonym and session. */
  readonly reset: () => Kept;
  /** Sends now what waits; resolves when that was tried. */
  readonly flush: () => Promise<void>;
  /** Runs `run` once Ghostlight is there, which it is. */
  readonly ready: (run?: () => unknown) => Promise<void>;
  /** Hands on each message to other tools, each under its purpose. */
  readonly register: (...plugins: readonly Plugin[]) => Promise<void>;
  /** Lets `middleware` change or drop each message before it is kept. */
  readonly addSourceMiddleware: (middleware: Middleware) => Promise<void>;
  /** Listens; told the latest at once where there is one. Returns a function that stops it. */
  readonly on: <Name extends keyof Events>(name: Name, listen: (payload: Events[Name]) => void) => () => void;
  /** The same for one time. */
  readonly once: Ghostlight["on"];
  /** Stops a listener. */
  readonly off: <Name extends keyof Events>(name: Name, listen: (payload: Events[Name]) => void) => void;
  /** The visitor's stage, or undefined while nothing is known. */
  readonly stage: () => Stage | undefined;
  /** Ids of the segments the visitor is in. */
  readonly segments: () => readonly Segment[];
  /**
   * Why the visitor is, or is not, in a segment or a stage: clause by clause what was wanted, what there is, and when
   * that will change. Undefined where there is none of that name, or nothing may be known.
   */
  readonly why: (id: Stage | Segment) => Promise<Explanation | undefined>;
  readonly consent: {
    readonly get: () => ConsentState;
    /**
     * Answers by purpose; those left out are refused. `services`: answers by the id of a service, where they may differ
     * from their purpose's; those left out follow it.
     */
    readonly set: (answers: Answers<Asked>, services?: Readonly<Record<string, boolean>>) => void;
    /** Shows the first layer. */
    readonly open: () => void;
    /** Forgets the choice, and with it all that rested on it. */
    readonly reset: () => void;
  };
  /** How the visitor wants to be reached; undefined where that part of Ghostlight could not be loaded. */
  readonly preferences: {
    readonly get: () => Promise<KeptPreferences | undefined>;
    /** `{ channels: { email: true }, topics: ["news"] }` replaces all that was wished. No wish makes a channel confirmed: one that needs an address waits for {@link address}, and where asked for {@link confirm}. */
    readonly set: (wishes: Wishes) => Promise<void>;
    /**
     * The page has an address for the channel, by a form or of somebody known; with false, none any more. Call it
     * wherever the page knows: it is kept, without the address, once the visitor has set something.
     */
    readonly address: (channel: Channel, has?: boolean) => Promise<void>;
    /** The owner of the address has confirmed it: for the page behind the link in the confirmation mail. */
    readonly confirm: (channel: Channel) => Promise<void>;
    /** Shows the preference center. */
    readonly open: () => void;
  };
  readonly profile: {
    /** Undefined where that part of Ghostlight could not be loaded. */
    readonly export: () => Promise<Profile | undefined>;
    /** The visitor does, or does not, want to be known for a value of an affinity, such as `"category", "shoes"`. */
    readonly interest: (affinity: string, value: string, wanted: boolean) => Promise<void>;
    /** Erases all of it but the choice itself. */
    readonly erase: () => Promise<void>;
  };
  /** Sets this page's clock `ms` ahead, to preview what time will bring; 0 goes back to now. */
  readonly travel: (ms: number) => void;
  /** Prints to the console what Ghostlight does and cannot do, from the start of this page on. */
  readonly debug: () => void;
  readonly version: string;
}
