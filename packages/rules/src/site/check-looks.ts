/** Whether a theme can be read: https://www.w3.org/TR/WCAG22/#contrast-minimum */
import type { Site } from "./schema.ts";
import type { SiteIssue } from "./words.ts";

/** Least ratio for text of any size. */
const LEAST = 4.5;

const PAIRS = [
  ["onAccent", "accent"],
  ["ink", "surface"],
] as const;

type Colour = (typeof PAIRS)[number][number];

/** Only colours in hexadecimal are compared: the others depend on the browser. */
export function checkLooks({ theme }: Site): SiteIssue[] {
  return PAIRS.flatMap(([front, back]) => {
    const lone = loneOf(theme, front, back);
    if (lone) return [lone];
    const [above, below] = [luminance(theme[front]), luminance(theme[back])];
    if (above === undefined || below === undefined) return [];
    const ratio = contrast(above, below);
    if (ratio >= LEAST) return [];
    const message = `this is hard to read on "${back}": contrast ${Math.floor(ratio * 100) / 100}:1, at least ${LEAST}:1 is needed`;
    return [{ path: `theme.${front}`, value: theme[front], message, mend: "make one of the two darker or lighter" }];
  });
}

/** The defaults differ by day and by night, so a colour that fits one of them is unreadable on the other. */
function loneOf(theme: Site["theme"], front: Colour, back: Colour): SiteIssue | undefined {
  if ((theme[front] === undefined) === (theme[back] === undefined)) return undefined;
  const [given, missing] = theme[front] === undefined ? [back, front] : [front, back];
  const message = `"${given}" comes without "${missing}", whose default differs between light and dark`;
  return { path: `theme.${given}`, value: theme[given], message, mend: `add "${missing}"` };
}

function contrast(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string | undefined): number | undefined {
  const digits = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(colour ?? "") ? (colour ?? "").slice(1) : undefined;
  if (digits === undefined) return undefined;
  const each = digits.length / 3;
  const [red = 0, green = 0, blue = 0] = [0, 1, 2].map((index) => {
    const part = digits.slice(index * each, (index + 1) * each);
    const value = Number.parseInt(each === 1 ? part + part : part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
