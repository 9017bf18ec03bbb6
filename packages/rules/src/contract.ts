/**
 * What the edge compiles and the page receives, in three parts that travel
 * apart: the entry's, the banner's and the engine's. Plain JSON, one language.
 */
import type { Plan } from "./plan.ts";

/** A purpose's id: `necessary functional analytics personalization marketing`, or one of the site's own. */
export type Purpose = string;

/** What an entry needs before any choice. Inlined in the script that the site includes. */
export interface EntryPart {
  /** The site's id, as in the site file. */
  readonly site: string;
  /** Revision of the questions asked; a higher one asks again. Default 0. */
  readonly revision: number;
  /** The purposes a visitor is asked about, in the order shown; never `necessary`. */
  readonly purposes: readonly Purpose[];
  /** What to keep, in memory, of a page view that comes before the choice. */
  readonly beforeChoice: "drop" | "page";
  /** Days after which a grant ends (a refusal is kept as long). Default 182. */
  readonly grantDays: number;
  /** Addresses of the chunks by language, relative to the entry's own address. The first language is the default. */
  readonly chunks: Readonly<Record<string, ChunkAddresses>>;
}

/** Where one language's chunks are, relative to the address of the entry. */
export interface ChunkAddresses {
  readonly banner: string;
  readonly engine: string;
  readonly debug: string;
}

/** What the first layer shows, in one language. */
export interface BannerPart {
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
}

/** What runs after a grant: the rules and what is shown to whom. */
export interface EnginePart {
  readonly language: string;
  readonly plan: Plan;
  readonly experiences: readonly CompiledExperience[];
}

/** One experience in one language, in the order of the site file: the first that holds fills its slot. */
export interface CompiledExperience {
  readonly id: string;
  /** Value of `data-gl-slot` on the elements it fills. */
  readonly slot: string;
  /** Index into `plan.audiences`. */
  readonly audience: number;
  /** The id of a `<template>` of the page, or a plain text. */
  readonly show: { readonly template: string } | { readonly text: string };
}

/** The whole of a compiled site in one language, as `createGhostlight` takes it. */
export interface CompiledSite {
  readonly entry: EntryPart;
  readonly banner: BannerPart;
  readonly engine: EnginePart;
}
