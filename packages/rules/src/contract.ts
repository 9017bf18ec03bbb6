/**
 * What the edge compiles and the page receives, in parts that travel apart,
 * each with its script: entry, banner, audit, center, embeds, clean, debug, engine and why.
 * Plain JSON; but for the entry's, one language.
 */
import type { Plan } from "./plan.ts";

/** A purpose's id: `necessary functional analytics personalization marketing`, or one of the site's own. */
export type Purpose = string;

/**
 * The law in force for a visit: whether nothing may happen before a yes (`opt-in`), everything may until a no
 * (`opt-out`), or everything may and has to be told (`notice`).
 */
export type Regime = "opt-in" | "opt-out" | "notice";

/** What an entry needs before any choice. Inlined in the script that the site includes. */
export interface EntryPart {
  /** The site's id, as in the site file. */
  readonly site: string;
  /** Revision of the questions asked; a higher one asks again. Default 0. */
  readonly revision: number;
  /** The purposes a visitor is asked about, in the order shown; never `necessary`. */
  readonly purposes: readonly Purpose[];
  /** What to keep, in memory, of a page view that comes before the choice. Default `page`. */
  readonly beforeChoice?: "drop" | "page";
  /** Days after which a grant ends (a refusal is kept as long). Default 182. */
  readonly grantDays: number;
  readonly regime: Regime;
  /** Purposes that Global Privacy Control denies until a later explicit choice. Default `["marketing"]`, where asked. */
  readonly sale: readonly Purpose[];
  /** The purpose of each service, by the service's id. */
  readonly services: Readonly<Record<string, Purpose>>;
  /** Services are answered with their purpose alone: answers of their own would outgrow the cookie. */
  readonly purposesOnly?: true;
  /** `Domain` of the choice cookie where it counts on subdomains too, such as `shop.example`. */
  readonly domain?: string;
  /** What to tell other tools of the choice. */
  readonly signals: readonly ConsentSignal[];
  /** The next page shows its experiences before the engine comes, from what is kept on the device. */
  readonly snapshot?: true;
  /**
   * By language, the folder of its chunks, which changes when one of them does: from the entry, a chunk is at
   * `SITE/FOLDER/NAME.js`. The first language is the default. Empty where a bundle brings the chunks along.
   */
  readonly releases: Readonly<Record<string, string>>;
}

/**
 * One tool that wants to know, as calls on a queue of the page: the page needs no knowledge of the tool.
 * `queue` is a global: an array that is pushed to, or a function that is called.
 */
export interface ConsentSignal {
  readonly queue: string;
  /** How a call gets there: its arguments as one `arguments` object, as one array, one by one, or by calling the function. */
  readonly how: "arguments" | "array" | "items" | "call";
  /**
   * Calls before any other tag, while nothing is granted, and from a choice on after each change, exactly once. Not where
   * it heard the same last.
   */
  readonly commands: readonly ConsentSignalCall[];
}

/**
 * Arguments of one call. `{"?": [purpose, b, a]}`, at any depth, stands for `a` where that purpose is granted, else for
 * `b`; an argument that becomes `null` drops the whole call, and a key goes without a value, where there is no `a`. The
 * purpose `"?"` is granted from a choice on.
 */
export type ConsentSignalCall = readonly unknown[];

/** Custom properties of the site's theme by name, such as `--gl-accent`, with checked values. */
export type Theme = Readonly<Record<string, string>>;

/** What the first layer shows, in one language. */
export interface BannerPart {
  readonly regime: Regime;
  /** A box in a corner, a bar at the bottom, or a modal in the middle. Default `box`. */
  readonly layout: "box" | "bar" | "modal";
  readonly theme: Theme;
  /** BCP 47 tag of the texts. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly texts: BannerTexts;
  readonly purposes: readonly {
    readonly id: Purpose;
    readonly name: string;
    readonly text: string;
    readonly services: readonly string[];
  }[];
  /** Address of the site's privacy notice, where it gave one. */
  readonly policy?: string;
}

/** The fixed sentences of the first layer. */
export interface BannerTexts {
  readonly title: string;
  readonly body: string;
  readonly accept: string;
  readonly refuse: string;
  readonly always: string;
  readonly policy: string;
  readonly list: string;
  /** Said when the dialog is opened again after a yes, and after a no. */
  readonly accepted: string;
  readonly refused: string;
  /** Opens the preference center. */
  readonly choose: string;
  /** Name of the × that closes: refuses under opt-in, elsewhere leaves things as they are. */
  readonly close: string;
  /** Under `notice`: the one button. */
  readonly understood: string;
  /** Said where Global Privacy Control was honoured. */
  readonly gpc: string;
}

/** One thing that a service leaves in the browser. */
export interface Trace {
  readonly kind: "cookie" | "localStorage" | "sessionStorage" | "indexedDB" | "cache";
  /** Its name; `*` stands for any characters. */
  readonly name: string;
  /** How long it stays, in words of the part's language; empty where it goes with the session. */
  readonly life: string;
}

export interface ServiceText {
  readonly id: string;
  readonly name: string;
  /** What it does, in the part's language. */
  readonly text: string;
  /** Who runs it, where that is somebody else. */
  readonly provider?: string;
  /** Address of its privacy notice. */
  readonly privacy?: string;
  readonly hosts: readonly string[];
  readonly traces: readonly Trace[];
}

/** What the preference center and the cookie declaration show, in one language. */
export interface CenterPart {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly regime: Regime;
  readonly theme: Theme;
  readonly texts: CenterTexts;
  /** Services with a switch of their own, by their ids; none where those answers would outgrow the cookie. */
  readonly switches: readonly string[];
  /** `necessary` first, which cannot be refused; then those that are asked. */
  readonly purposes: readonly {
    readonly id: Purpose;
    readonly name: string;
    readonly text: string;
    readonly services: readonly ServiceText[];
  }[];
  /** Ways to be reached that the site uses, in the order shown; empty: that part of the center is not shown. */
  readonly channels: readonly { readonly id: Channel; readonly name: string; readonly text: string }[];
  readonly topics: readonly { readonly id: string; readonly name: string }[];
  /** Whether an address waits until its owner has confirmed it. Default false where there are no channels. */
  readonly doubleOptIn: boolean;
  readonly policy?: string;
}

export type Channel =
  | "email"
  | "email_tracking"
  | "sms"
  | "push"
  | "phone"
  | "post"
  | "whatsapp"
  | "onsite"
  | "display";

/** The fixed sentences of the center, by name; see the texts that ship with Ghostlight for the names. */
export type CenterTexts = Readonly<Record<string, string>>;

/** What a blocked embed shows in its place, in one language. */
export interface EmbedsPart {
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  readonly theme: Theme;
  readonly texts: {
    /** `{service}` and `{purpose}` stand for their names. */
    readonly title: string;
    readonly body: string;
    readonly once: string;
    readonly always: string;
    /** The same, where it stands for one service alone. */
    readonly alwaysService: string;
    /** Said where scripts run on that were withdrawn; `{names}` stands for those of their services or purposes. */
    readonly running: string;
    readonly reload: string;
    readonly later: string;
  };
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly services: Readonly<Record<string, string>>;
}

/** What each service leaves behind, by its id, to be cleared when it is withdrawn. */
export interface CleanPart {
  readonly traces: Readonly<Record<string, readonly Pick<Trace, "kind" | "name">[]>>;
}

/** What may make one answer weigh more than the other. */
export interface AuditPart {
  readonly theme: Theme;
}

/** What a developer's look at the page is measured by. */
export interface DebugPart {
  /** Hosts that some service of the site declares. */
  readonly hosts: readonly string[];
  /** There is no edge: events go nowhere. */
  readonly local?: true;
}

/** What runs after a grant: the rules and what is shown to whom. */
export interface EnginePart {
  readonly plan: Plan;
  readonly experiences: readonly CompiledExperience[];
  /** Source of a regular expression that ignores case and matches the JSON of all that {@link RedactPart} may change. */
  readonly suspect: string;
}

/**
 * What must not travel, as sources of regular expressions that ignore case; `[]` finds nothing. Names come with `_`
 * between their words, also before each capital letter.
 */
export interface RedactPart {
  /** Names whose values are secret. */
  readonly names: string;
  /** Names that are so as a parameter of an address: those, and more. */
  readonly params: string;
  /** Names of numbers that are no card's, however much they look like it. */
  readonly ids: string;
  /** Numbers that may be a card's: their digits tell. */
  readonly cards: string;
  /** What is taken out of texts, but for its first group. The last of them finds e-mail addresses, which traits may hold. */
  readonly texts: readonly string[];
}

/** What makes an explanation a sentence. */
export interface WhyPart {
  /** What stages and segments are called, where they have a name: `stage_lead`, `segment_buyers`. */
  readonly names: Readonly<Record<string, string>>;
}

/** One experience in one language, in the order of the site file: the first that holds fills its slot. */
export interface CompiledExperience {
  readonly id: string;
  /** Value of `data-gl-slot` on the elements it fills. */
  readonly slot: string;
  /** Index into `plan.audiences`. */
  readonly audience: number;
  /** The page itself has a say in who belongs to it, such as by its path: another page may decide otherwise. Told where there is a snapshot. */
  readonly here?: true;
  /** The id of a `<template>` of the page, or a plain text. */
  readonly show: { readonly template: string } | { readonly text: string };
}

/** The whole of a compiled site in one language, as `createGhostlight` takes it. */
export interface CompiledSite {
  readonly entry: EntryPart;
  readonly banner: BannerPart;
  readonly center: CenterPart;
  readonly embeds: EmbedsPart;
  readonly clean: CleanPart;
  readonly audit: AuditPart;
  readonly debug: DebugPart;
  readonly engine: EnginePart;
  readonly why: WhyPart;
  readonly redact: RedactPart;
}
