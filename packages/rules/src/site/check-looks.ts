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

type Colours = { readonly [Name in Colour]?: string | undefined };

/** Only colours in hexadecimal are compared: the others depend on the browser. */
export function checkLooks({ theme }: Site): SiteIssue[] {
  const sets: [path: string, colours: Colours][] = [
    ["theme", theme],
    ["theme.dark", theme.dark ?? {}],
  ];
  return [
    ...sets.flatMap(([path, colours]) => PAIRS.flatMap((pair) => hardToRead(path, colours, pair))),
    ...unseen(theme),
  ];
}

function hardToRead(path: string, colours: Colours, [front, back]: (typeof PAIRS)[number]): SiteIssue[] {
  const lone = loneOf(path, colours, front, back);
  if (lone) return [lone];
  const [above, below] = [luminance(colours[front]), luminance(colours[back])];
  if (above === undefined || below === undefined) return [];
  const ratio = contrast(above, below);
  if (ratio >= LEAST) return [];
  const message = `this is hard to read on "${back}": contrast ${Math.floor(ratio * 100) / 100}:1, at least ${LEAST}:1 is needed`;
  return [{ path: `${path}.${front}`, value: colours[front], message, mend: "make one of the two darker or lighter" }];
}

/** The defaults differ by day and by night, so a colour that fits one of them is unreadable on the other. */
function loneOf(path: string, colours: Colours, front: Colour, back: Colour): SiteIssue | undefined {
  if ((colours[front] === undefined) === (colours[back] === undefined)) return undefined;
  const [given, missing] = colours[front] === undefined ? [back, front] : [front, back];
  const message = `"${given}" comes without "${missing}", whose default differs between light and dark`;
  return { path: `${path}.${given}`, value: colours[given], message, mend: `add "${missing}"` };
}

function unseen({ scheme, dark }: Site["theme"]): SiteIssue[] {
  if (dark === undefined || scheme !== "light") return [];
  const message = "nobody sees these colours: the scheme is always light";
  return [{ path: "theme.dark", value: dark, message, mend: 'take them out, or write "scheme": "auto"' }];
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
