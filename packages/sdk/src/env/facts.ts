/** What this page tells of itself and of the visit, for rules that read it. Nothing of it is kept. */

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
  const { pathname, search } = location;
  const marks = [...new URLSearchParams(search)].filter(([name]) => name.startsWith("utm_"));
  return {
    path: pathname,
    language: navigator.language,
    device: globalThis.matchMedia?.("(pointer:coarse)").matches ? "mobile" : "desktop",
    campaign: Object.fromEntries(marks.map(([name, value]) => [name.slice(4), value])),
  };
}
