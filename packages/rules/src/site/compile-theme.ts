/** Turns the site's theme into custom properties: two sets of colours, of which the browser takes one by the hour. */
import type { Theme } from "../contract.ts";
import type { Site } from "./schema.ts";

type Colours = Partial<Record<"accent" | "onAccent" | "surface" | "ink", string | undefined>>;

/** What the style sheets of the dialogs say where a theme says nothing, light and dark. */
export const DEFAULT_COLOURS = {
  light: { surface: "#fff", ink: "#15191c", accent: "#15191c", onAccent: "#fff" },
  dark: { surface: "#191c20", ink: "#f2f1ed", accent: "#f2f1ed", onAccent: "#15191c" },
} as const;

/**
 * `onAccent` → `--gl-on-accent`, and in the dark `--gl-dark-on-accent`, in whose absence the former holds there too.
 * A site that is always light, or always dark, has the same colours in both.
 */
export function compileTheme({ scheme = "auto", dark, radius, font, ...light }: Site["theme"]): Theme {
  if (scheme === "auto") return properties({ ...light, ...prefixed("dark", dark ?? {}), radius, font });
  const colours: Colours = {
    ...DEFAULT_COLOURS[scheme],
    ...defined(light),
    ...(scheme === "dark" && defined(dark ?? {})),
  };
  return properties({ scheme, ...colours, ...prefixed("dark", colours), radius, font });
}

function prefixed(prefix: string, colours: Colours): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(colours).map(([key, value]) => [`${prefix}-${key}`, value]));
}

function properties(values: Readonly<Record<string, string | undefined>>): Theme {
  const named = ([key, value]: readonly [string, string]) =>
    [`--gl-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value] as const;
  return Object.fromEntries(Object.entries(defined(values)).map(named));
}

function defined(values: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
