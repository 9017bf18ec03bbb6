/** How large a placeholder is: as large as what it stands for, so that nothing shifts when the two change places. */

/** What a browser says of an element; lengths in CSS pixels. */
export interface Measured {
  readonly width: number;
  readonly height: number;
  /** Inner width of what it lies in, and inner height of what it is positioned in. */
  readonly around: { readonly width: number; readonly height: number };
  /** Computed `aspect-ratio`, such as `auto`, `auto 16 / 9` or `16 / 9`. */
  readonly ratio: string;
  /** Computed `position`. */
  readonly position: string;
}

/** Declarations by property. */
export type Fit = Readonly<Record<string, string>>;

/** Below this, on one side, it is a counting pixel or a hidden frame, and nobody misses it. */
const LEAST = 8;

/** Of what has no size before it is loaded, such as a custom element. */
export const UNMEASURED: Fit = { width: "100%", "aspect-ratio": "16 / 9", height: "auto" };

/** Undefined: too small to be seen. Widths that fill their place stay so when the window changes. */
export function fitTo({ width, height, around, ratio, position }: Measured): Fit | undefined {
  if (width < LEAST || height < LEAST) return undefined;
  const [across, down] = (/[\d.]+ \/ [\d.]+/.exec(ratio)?.[0] ?? "").split(" / ").map(Number);
  const inline = isNear(width, around.width) ? "100%" : `${width}px`;
  const isShaped = across !== undefined && down !== undefined && isNear(height, (width * down) / across);
  if (isShaped) return { width: inline, "aspect-ratio": `${across} / ${down}`, height: "auto" };
  const fills = position === "absolute" && isNear(height, around.height);
  return { width: inline, height: fills ? "100%" : `${height}px` };
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) < 1.5;
}
