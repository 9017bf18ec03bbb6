import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { compileTheme, DEFAULT_COLOURS } from "./compile-theme.ts";

const compiled = (theme: Record<string, unknown>) => compileTheme(siteWith({ theme }).theme);
const light = { accent: "#0b5fff", onAccent: "#ffffff" };
const dark = { accent: "#9cc2ff", onAccent: "#0b1a33" };

describe("a theme becomes custom properties", () => {
  test("of those that it names, and no others", () => {
    expect(compiled({})).toEqual({});
    expect(compiled({ scheme: "auto" })).toEqual({});
    expect(compiled({ ...light, radius: "4px", font: "Inter" })).toEqual({
      "--gl-accent": "#0b5fff",
      "--gl-on-accent": "#ffffff",
      "--gl-radius": "4px",
      "--gl-font": "Inter",
    });
  });

  test("with colours of their own for the dark", () => {
    expect(compiled({ ...light, dark })).toEqual({
      "--gl-accent": "#0b5fff",
      "--gl-on-accent": "#ffffff",
      "--gl-dark-accent": "#9cc2ff",
      "--gl-dark-on-accent": "#0b1a33",
    });
    expect(compiled({ dark })).toEqual({ "--gl-dark-accent": "#9cc2ff", "--gl-dark-on-accent": "#0b1a33" });
  });
});

describe("a site that always looks the same", () => {
  const both = (colours: Record<"surface" | "ink" | "accent" | "onAccent", string>) => ({
    "--gl-surface": colours.surface,
    "--gl-ink": colours.ink,
    "--gl-accent": colours.accent,
    "--gl-on-accent": colours.onAccent,
    "--gl-dark-surface": colours.surface,
    "--gl-dark-ink": colours.ink,
    "--gl-dark-accent": colours.accent,
    "--gl-dark-on-accent": colours.onAccent,
  });

  test("has the same colours whatever the visitor prefers", () => {
    expect(compiled({ scheme: "light", radius: "0" })).toEqual({
      "--gl-scheme": "light",
      "--gl-radius": "0",
      ...both(DEFAULT_COLOURS.light),
    });
    expect(compiled({ scheme: "dark" })).toEqual({ "--gl-scheme": "dark", ...both(DEFAULT_COLOURS.dark) });
  });

  test("of its own where it has some; in the dark its dark ones", () => {
    expect(compiled({ scheme: "light", ...light })).toMatchObject(both({ ...DEFAULT_COLOURS.light, ...light }));
    expect(compiled({ scheme: "dark", ...light })).toMatchObject(both({ ...DEFAULT_COLOURS.dark, ...light }));
    expect(compiled({ scheme: "dark", ...light, dark })).toMatchObject(both({ ...DEFAULT_COLOURS.dark, ...dark }));
  });
});

test("the colours that ship are those of the style sheet", () => {
  const css = readFileSync(new URL("../../../sdk/src/ui/dialog.css", import.meta.url), "utf8");
  const [, light = "", dark = ""] = css.split(/:host \{/);
  for (const [part, colours] of [
    [light, DEFAULT_COLOURS.light],
    [dark, DEFAULT_COLOURS.dark],
  ] as const) {
    for (const [key, colour] of Object.entries(colours)) {
      const name = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      expect(new RegExp(`--${name}: .*(#\\w+)\\)`).exec(part)?.[1], name).toBe(colour);
    }
  }
});
