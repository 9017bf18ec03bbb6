import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuesWith, siteWith } from "../../test/site.ts";

const COLOUR = 'write it like "#0b5fff", "rgb(11 95 255)" or "oklch(55% 0.2 260)"';
const FONT = `write it like 'Inter, "Segoe UI", sans-serif'`;

describe("a theme's values", () => {
  test.each([
    ["accent", "#0b5"],
    ["accent", "#0B5FFF"],
    ["onAccent", "rgb(11 95 255)"],
    ["surface", "rgba(11, 95, 255, 0.5)"],
    ["ink", "oklch(55% 0.2 260 / 90%)"],
    ["ink", "hsl(260deg 50% 20%)"],
    ["radius", "0"],
    ["radius", "8px"],
    ["radius", "0.5rem"],
    ["font", "Inter"],
    ["font", "system-ui, sans-serif"],
    ["font", `"Segoe UI", 'Open Sans', Gill Sans,serif`],
  ])("%s may be %j", (key, value) => {
    const pairs: Record<string, string> = { accent: "onAccent", onAccent: "accent", surface: "ink", ink: "surface" };
    const theme = { ...(pairs[key] && { [pairs[key]]: "rgb(0 0 0)" }), [key]: value };
    expect(siteWith({ theme }).theme).toEqual(theme);
  });

  test.each([
    "red",
    "#12",
    "#1234",
    "#12345678",
    "0b5fff",
    "url(https://a.example/x.png)",
    "var(--ink)",
    "rgb(var(--r) 0 0)",
    "rgb(calc(1) 0 0)",
    "rgb(0 0 0); --x: 1",
    "rgb(0 0 0)}",
    "#000;",
    "#000\n",
    "#000 /*",
    "expression(alert(1))",
    `rgb(${"0 ".repeat(40)})`,
    "",
  ])("%j is no colour", (value) => {
    for (const key of ["accent", "onAccent", "surface", "ink"]) {
      expect(issuesWith({ theme: { [key]: value } })).toEqual([
        { path: `theme.${key}`, value, message: "this is not a colour", mend: COLOUR },
      ]);
    }
  });

  test.each(["8", "-1px", "8 px", "1vw", "calc(1px)", "1000px", "1px 2px", "8px;", "8px\n"])(
    "%j is no length",
    (value) => {
      expect(issuesWith({ theme: { radius: value } })).toMatchObject([
        { path: "theme.radius", value, message: "this is not a length", mend: 'write it like "8px", "0.5rem" or "0"' },
      ]);
    },
  );

  test.each(["", "a;b", "a}", '"a', "'a\"", "url(x)", "a, ", ", a", "a\\62", '"a\n"', "1a", `a${"a".repeat(200)}`])(
    "%j is no font",
    (value) => {
      expect(issuesWith({ theme: { font: value } })).toEqual([
        { path: "theme.font", value, message: "this is not a list of fonts", mend: FONT },
      ]);
    },
  );

  test("never end their own declaration, whatever is written", () => {
    const bits = fc.constantFrom(
      "#",
      "0",
      "f",
      "rgb(",
      "(",
      ")",
      " ",
      ",",
      ";",
      "{",
      "}",
      '"',
      "'",
      "a",
      "\\",
      "/*",
      ":",
    );
    fc.assert(
      fc.property(fc.constantFrom("accent", "radius", "font"), fc.array(bits, { maxLength: 8 }), (key, parts) => {
        const value = parts.join("");
        if (issuesWith({ theme: { [key]: value } }).length) return;
        expect(value).not.toMatch(/[;{}\\:]|\/\*/);
        expect((value.match(/"/g) ?? []).length % 2).toBe(0);
        expect((value.match(/\(/g) ?? []).length).toBe((value.match(/\)/g) ?? []).length);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("what is read on what", () => {
  test.each<[theme: Record<string, string>, place: string, back: string, ratio: string]>([
    [{ onAccent: "#ffffff", accent: "#8a8a8a" }, "onAccent", "accent", "3.45"],
    [{ onAccent: "#777", accent: "#fff" }, "onAccent", "accent", "4.47"],
    [{ ink: "#000000", surface: "#000" }, "ink", "surface", "1"],
  ])("%j is refused with its contrast", (theme, place, back, ratio) => {
    const message = `this is hard to read on "${back}": contrast ${ratio}:1, at least 4.5:1 is needed`;
    expect(issuesWith({ theme })).toEqual([
      { path: `theme.${place}`, value: theme[place], message, mend: "make one of the two darker or lighter" },
    ]);
  });

  test.each([
    { onAccent: "#767676", accent: "#ffffff" },
    { ink: "#000", surface: "#fff" },
    { ink: "#fff", surface: "#000" },
    {},
    { ink: "#777777", surface: "rgb(136 136 136)" },
    { ink: "#777777", surface: "#000000", accent: "#888888", onAccent: "#000000" },
  ])("%j passes", (theme) => {
    expect(issuesWith({ theme })).toEqual([]);
  });

  test.each([
    ["accent", "onAccent"],
    ["onAccent", "accent"],
    ["ink", "surface"],
    ["surface", "ink"],
  ])("is not left to chance: %s wants %s", (given, missing) => {
    expect(issuesWith({ theme: { [given]: "#777777" } })).toEqual([
      {
        path: `theme.${given}`,
        value: "#777777",
        message: `"${given}" comes without "${missing}", whose default differs between light and dark`,
        mend: `add "${missing}"`,
      },
    ]);
  });

  test("counts in the dark as well, with its own place", () => {
    const light = { accent: "#0b5fff", onAccent: "#ffffff" };
    expect(issuesWith({ theme: { ...light, dark: { accent: "#9cc2ff", onAccent: "#0b1a33" } } })).toEqual([]);
    const message = 'this is hard to read on "accent": contrast 1.81:1, at least 4.5:1 is needed';
    const mend = "make one of the two darker or lighter";
    expect(issuesWith({ theme: { ...light, dark: { accent: "#9cc2ff", onAccent: "#ffffff" } } })).toEqual([
      { path: "theme.dark.onAccent", value: "#ffffff", message, mend },
    ]);
    expect(issuesWith({ theme: { ...light, dark: { ink: "#ffffff" } } })).toMatchObject([
      { path: "theme.dark.ink", value: "#ffffff", mend: 'add "surface"' },
    ]);
    expect(issuesWith({ theme: { dark: { accent: "red" } } })).toEqual([
      { path: "theme.dark.accent", value: "red", message: "this is not a colour", mend: COLOUR },
    ]);
  });

  test("is not written for nobody", () => {
    const dark = { accent: "#000", onAccent: "#fff" };
    expect(issuesWith({ theme: { scheme: "light", dark } })).toMatchObject([{ path: "theme.dark", value: dark }]);
    for (const scheme of ["auto", "dark"]) expect(issuesWith({ theme: { scheme, dark } })).toEqual([]);
  });

  test.each<[theme: unknown, path: string, message: string]>([
    [{ scheme: "night" }, "theme.scheme", "this is not a scheme"],
    [{ dark: "#000" }, "theme.dark", "this is not a set of dark colours"],
    [{ dark: { radius: "1px" } }, "theme.dark.radius", '"radius" is not known here'],
  ])("%j is refused", (theme, path, message) => {
    expect(issuesWith({ theme })).toMatchObject([{ path, message }]);
  });

  test("is told of both pairs, and counts the same either way round", () => {
    const theme = { onAccent: "#999", accent: "#aaa", ink: "#aaa", surface: "#999" };
    const messages = issuesWith({ theme }).map(({ message }) => /[\d.]+:1/.exec(message)?.[0]);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toBe(messages[1]);
  });
});

describe("a banner's layout", () => {
  test.each(["box", "bar", "modal"])("may be %s", (layout) => {
    expect(siteWith({ banner: { layout } }).banner).toMatchObject({ layout });
  });

  test("is a box, and comes with the entry, unless it is said", () => {
    const usual = { layout: "box", ahead: true };
    expect([siteWith().banner, siteWith({ banner: {} }).banner]).toEqual([usual, usual]);
    expect(siteWith({ banner: { ahead: false } }).banner).toEqual({ ...usual, ahead: false });
  });

  test.each<[banner: unknown, path: string, value: unknown, message: string, mend: string]>([
    ["box", "banner", "box", "this is not a banner", 'write {"layout": "box"}'],
    [{ ahead: "no" }, "banner.ahead", "no", "it comes with the entry or by itself", "write true or false"],
    [{ layout: "wall" }, "banner.layout", "wall", "this is not a layout", 'write "box", "bar" or "modal"'],
  ])("is refused as %j", (banner, path, value, message, mend) => {
    expect(issuesWith({ banner })).toEqual([{ path, value, message, mend }]);
  });

  test("has a theme that is an object", () => {
    expect(issuesWith({ theme: "dark" })).toMatchObject([{ path: "theme", message: "this is not a theme" }]);
  });
});
