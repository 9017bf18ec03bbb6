/** What a rule can see of an event. */
export interface Signal {
  /** `messageId`; the same id counts once. */
  readonly id: string;
  /** Name as rules write it; a page call is `Page Viewed`, an identify call `Identified`. */
  readonly name: string;
  /** When it happened, ms since 1970. */
  readonly at: number;
  readonly properties: { readonly [key: string]: unknown };
  /** By which way the visitor came, where this event begins a session: `email`, `search` … */
  readonly touch?: string;
}

/** The names under which rules know a page call and an identify call. */
export const PAGE_VIEWED = "Page Viewed";
export const IDENTIFIED = "Identified";
