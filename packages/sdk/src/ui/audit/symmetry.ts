/** Whether two buttons weigh the same: a yes may not be easier to see or to press than a no. */

/** A button as it is rendered. */
export interface Weight {
  /** CSS pixels squared. */
  readonly area: number;
  /** CSS pixels. */
  readonly fontSize: number;
  /** 1 to 1000. */
  readonly fontWeight: number;
  /** Computed colours of the text, of what is behind it, and of what the button lies on. */
  readonly text: string;
  readonly fill: string;
  readonly surface: string;
  /** The place it is in; the same for both where both are met together. */
  readonly level: string;
}

/** How far one may be from the other, as a part of the larger. */
const TOLERANCE = 0.1;

/** In what the two differ, by name; empty where they weigh the same. */
export function imbalances(one: Weight, other: Weight): string[] {
  const pairs: readonly (readonly [string, number, number])[] = [
    ["area", one.area, other.area],
    ["font size", one.fontSize, other.fontSize],
    ["font weight", one.fontWeight, other.fontWeight],
    ["contrast of the text", contrast(one.text, one.fill), contrast(other.text, other.fill)],
    ["contrast of the fill", contrast(one.fill, one.surface), contrast(other.fill, other.surface)],
  ];
  const found = pairs.filter(([, a, b]) => Math.abs(a - b) > TOLERANCE * Math.max(a, b)).map(([name]) => name);
  return one.level === other.level ? found : [...found, "level"];
}

/**
 * Contrast ratio of two computed colours, 1 to 21, as WCAG 2.2 defines it; a translucent one is laid over the other.
 * Colours in notations other than `rgb()` and `color(srgb …)` count as black.
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(over: string, under: string): number {
  const below = parse(under);
  const [red, green, blue, alpha] = parse(over);
  const mixed = [red, green, blue].map((value, at) => value * alpha + (below[at] ?? 0) * (1 - alpha));
  const [high = 0, low = 0] = [luminance(mixed), luminance(below)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

/** Red, green and blue from 0 to 1, and opacity. */
function parse(color: string): readonly [number, number, number, number] {
  const numbers = (color.match(/-?[\d.]+(e-?\d+)?/g) ?? []).map(Number);
  const known = /^(rgba?\(|color\(srgb )/.test(color);
  const [red = 0, green = 0, blue = 0, alpha = 1] = known ? numbers : [];
  const scale = color.startsWith("rgb") ? 255 : 1;
  return [red / scale, green / scale, blue / scale, alpha];
}

function luminance([red = 0, green = 0, blue = 0]: readonly number[]): number {
  const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
