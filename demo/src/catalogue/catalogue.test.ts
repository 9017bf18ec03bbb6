/** Checks that the catalogue is whole: both languages, a drawing and a price for every lamp. */
import { describe, expect, it } from "vitest";
import { heights, stage } from "../art/stage.tsx";
import { catalogue, categories, languages, pictureOf, productById, productBySlug } from "./catalogue.ts";

describe("the catalogue", () => {
  it("has ten to twelve lamps, and some of every category", () => {
    expect(catalogue.length).toBeGreaterThanOrEqual(10);
    expect(catalogue.length).toBeLessThanOrEqual(12);
    expect(new Set(catalogue.map(({ category }) => category))).toEqual(new Set(categories));
  });

  it.each(["id", "sku", "slug", "name"] as const)("gives every lamp a %s of its own", (key) => {
    expect(new Set(catalogue.map((product) => product[key])).size).toBe(catalogue.length);
  });

  it.each(catalogue.map((product) => [product.name, product] as const))(
    "describes %s in both languages",
    (_, product) => {
      expect(Object.keys(product.texts).sort()).toEqual([...languages].sort());
      for (const language of languages) {
        for (const text of Object.values(product.texts[language])) expect(text.trim()).not.toBe("");
      }
      expect(product.texts.it.story).not.toBe(product.texts.en.story);
    },
  );

  it.each(catalogue.map((product) => [product.name, product] as const))(
    "has drawn %s where it belongs",
    (_, product) => {
      expect(stage[product.slug]?.place).toBe(product.category);
      expect(heights).toHaveProperty(product.category);
    },
  );

  it("has whole, positive prices", () => {
    for (const { price } of catalogue) expect(Number.isInteger(price) && price > 0).toBe(true);
  });

  it("is found by id and by slug, and nothing else is", () => {
    for (const product of catalogue) {
      expect(productById(product.id)).toBe(product);
      expect(productBySlug(product.slug)).toBe(product);
    }
    expect(productById("lan-99")).toBeUndefined();
    expect(productBySlug("lan-01")).toBeUndefined();
  });

  it("has two pictures of each lamp", () => {
    const [first] = catalogue;
    expect(first && [pictureOf(first), pictureOf(first, "day")]).toEqual([
      "/img/boccadasse.svg",
      "/img/boccadasse-day.svg",
    ]);
  });
});
