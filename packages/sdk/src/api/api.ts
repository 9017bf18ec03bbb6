/** What a page can do with Ghostlight. */
import type { Purpose } from "@ghostlight/rules";
import type { Properties } from "../collect/call.ts";
import type { ConsentState } from "../consent/consent.ts";
import type { Preferences } from "../consent/preferences.ts";

export type { ConsentState, Preferences, Properties };

/** What is known of a visitor on this device. */
export interface Profile {
  /** Where the visitor stands; left out while nothing is known. */
  readonly stage?: string;
  readonly segments: readonly string[];
  /** Everything that is kept, as it is kept. */
  readonly data: unknown;
}

/** The visitor moved from one stage to another; undefined: nothing is known of them (any more). */
export interface StageChange {
  readonly stage: string | undefined;
  readonly previous: string | undefined;
}

/** What {@link Ghostlight.on} can tell of. */
export interface Events {
  readonly stage: StageChange;
  readonly consent: ConsentState;
}

/** `["track", "Product Viewed", {…}]`: a method of {@link Ghostlight} by name, dots for those of `consent`. */
export type Command = readonly [method: string, ...args: unknown[]];

export interface Ghostlight {
  /** Runs commands and functions now; before the script has loaded, the array in its place keeps them. */
  readonly push: (...items: readonly (Command | ((ghostlight: Ghostlight) => unknown))[]) => void;
  /** Something happened. `properties` must be JSON. Without consent it is dropped. */
  readonly track: (event: string, properties?: Properties) => void;
  /** A page was seen. The page's own load counts by itself; call this for views within it. */
  readonly page: (name?: string, properties?: Properties) => void;
  /** Listens; told the latest at once where there is one. Returns a function that stops it. */
  readonly on: <Name extends keyof Events>(name: Name, listen: (payload: Events[Name]) => void) => () => void;
  /** The visitor's stage, or undefined while nothing is known. */
  readonly stage: () => string | undefined;
  /** Ids of the segments the visitor is in. */
  readonly segments: () => readonly string[];
  readonly consent: {
    readonly get: () => ConsentState;
    /** Answers by purpose; those left out are refused. */
    readonly set: (answers: Readonly<Record<Purpose, boolean>>) => void;
    /** Shows the first layer. */
    readonly open: () => void;
    /** Forgets the choice, and with it all that rested on it. */
    readonly reset: () => void;
  };
  /** How the visitor wants to be reached; undefined where that part of Ghostlight could not be loaded. */
  readonly preferences: {
    readonly get: () => Promise<Preferences | undefined>;
    readonly set: (preferences: Preferences) => Promise<void>;
    /** Shows the preference center. */
    readonly open: () => void;
  };
  readonly profile: {
    readonly export: () => Promise<Profile>;
    /** Erases all of it but the choice itself. */
    readonly erase: () => Promise<void>;
  };
  /** Sets this page's clock `ms` ahead, to preview what time will bring; 0 goes back to now. */
  readonly travel: (ms: number) => void;
  /** Prints to the console what Ghostlight does and cannot do, from the start of this page on. */
  readonly debug: () => void;
  readonly version: string;
}
