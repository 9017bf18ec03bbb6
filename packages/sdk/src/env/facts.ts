/** What this page tells of itself and of the visit, for rules that read it. Nothing of it is kept. */
import { utmOf } from "./campaign.ts";

export interface PageFacts {
  /** Path of the address. */
  readonly path: string;
  /** BCP 47 tag that the visitor prefers. */
  readonly language: string;
  /** Whether fingers or a pointer work it. */
  readonly device: "mobile" | "desktop";
  /** `utm_source` … of the address, without the `utm_`. */
  readonly campaign: Readonly<Record<string, string>>;
}

export function readFacts(): PageFacts {
  return {
    path: location.pathname,
    language: navigator.language,
    device: globalThis.matchMedia?.("(pointer:coarse)").matches ? "mobile" : "desktop",
    campaign: utmOf(location.search),
  };
}
