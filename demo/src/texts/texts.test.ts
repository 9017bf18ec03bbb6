/** Checks that Italian says everything that English says, with the same gaps to fill. */
import { describe, expect, it } from "vitest";
import { fill, money } from "./format.ts";
import { texts } from "./texts.ts";

/** Every text by its path: `cart.title`. */
const flat = (value: unknown, path = ""): [string, string][] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => flat(inner, path ? `${path}.${key}` : key))
    : [[path, String(value)]];

const gaps = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([gap]) => gap).sort();

describe("the texts", () => {
  const english = flat(texts.en);
  const italian = new Map(flat(texts.it));

  it("have the same keys in both languages", () => {
    expect([...italian.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  });

  it("have the same gaps in both languages, and are never empty", () => {
    for (const [path, text] of english) {
      expect(text.trim(), path).not.toBe("");
      expect(italian.get(path)?.trim(), path).not.toBe("");
      expect(gaps(italian.get(path) ?? ""), path).toEqual(gaps(text));
    }
  });
});

describe("fill", () => {
  it("puts values in their gaps", () => {
    expect(fill("{n} of {name}, {n}", { n: 2, name: "Nervi" })).toBe("2 of Nervi, 2");
  });

  it("leaves gaps without a value", () => {
    expect(fill("{name}", {})).toBe("{name}");
  });
});

describe("money", () => {
  it("is written as the language does", () => {
    expect(money(340, "en")).toBe("€340");
    expect(money(340, "it").replace(/\s/, " ")).toBe("340 €");
  });

  it("shows cents only where there are some", () => {
    expect(money(14.5, "en")).toBe("€14.50");
    expect(money(1380, "it").replace(/\s/, " ")).toBe("1380 €");
  });
});
