/** What Ghostlight says of itself, and what one language must bring for it. */
import type { BannerTexts, Channel, EmbedsPart } from "../../contract.ts";

/** Sentences that differ where nothing needs a yes first. */
export interface RegimeTexts extends Pick<BannerTexts, "title" | "body" | "list" | "always" | "accepted" | "refused"> {
  /** What the preference center opens with. */
  readonly intro: string;
}

interface Described {
  readonly name: string;
  readonly text: string;
}

export interface Language {
  /** The first layer under `opt-in`; its buttons and names hold under every regime. */
  readonly texts: BannerTexts;
  readonly regimes: Readonly<Record<"opt-out" | "notice", RegimeTexts>>;
  readonly embeds: EmbedsPart["texts"];
  /** The standard purposes, `necessary` with them. */
  readonly purposes: Readonly<Record<string, Described>>;
  readonly channels: Readonly<Record<Channel, Described>>;
  /** What Ghostlight itself does, by the purpose that it does it for. */
  readonly own: Readonly<Record<"provider" | "necessary" | "analytics" | "personalization", string>>;
  readonly lives: {
    /** Of storage without an end of its own. */
    readonly lasting: string;
    /** Of a cookie whose maker does not tell. */
    readonly unknown: string;
    /** From the closing of a page to the next one. */
    readonly closing: string;
  };
}
