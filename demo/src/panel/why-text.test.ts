/** Checks that clauses are said in words that somebody can read, in both languages. */
import { describe, expect, it } from "vitest";
import { texts } from "../texts/texts.ts";
import { type Said, spanText, whyText } from "./why-text.ts";

const day = 86_400_000;
const say = (said: Said) => whyText(said, texts.en.panel.why, "en");

describe("a span", () => {
  it.each([
    [30 * 60_000, "30 minutes", "30 minuti"],
    [3 * 3_600_000, "3 hours", "3 ore"],
    [60.9 * day, "60 days", "60 giorni"],
    [[6], "6 months", "6 mesi"],
  ])("of %s is said in its unit", (span, english, italian) => {
    expect([spanText(span, "en"), spanText(span, "it")]).toEqual([english, italian]);
  });
});

describe("a clause", () => {
  it.each<[Said, string]>([
    [{ kind: "silent", actual: 61 * day, wanted: { $gte: 60 * day } }, "silence: 61 days, wanted ≥ 60 days"],
    [{ kind: "silent", wanted: { $gte: 60 * day } }, "silence: none, wanted ≥ 60 days"],
    [
      { kind: "count", of: "Order Completed", actual: 2, wanted: { $gte: 4, window: ["in", 365 * day] } },
      "Order Completed: 2, wanted ≥ 4",
    ],
    [
      { kind: "sum", of: 'Order Completed|sum "total"', actual: 840, wanted: { $gte: 500 } },
      "sum of Order Completed (total): 840, wanted ≥ 500",
    ],
    [
      { kind: "last", of: '["Checkout Started","Product Added"]', actual: 2 * day, wanted: { $lt: 30 * day } },
      "latest Checkout Started, Product Added: 2 days ago, wanted < 30 days",
    ],
    [{ kind: "last", of: "Form Started", wanted: { $lt: 30 * day } }, "Form Started: never"],
    [
      { kind: "without", of: "Product Added", wanted: { without: "Order Completed", within: 1_800_000 } },
      "Product Added, and then no Order Completed for 30 minutes",
    ],
    [{ kind: "fact", wanted: { sessions: { $gte: 3 } } }, "sessions ≥ 3"],
    [{ kind: "fact", wanted: { identified: true } }, "identified true"],
    [{ kind: "share", of: { category: "table" }, wanted: { $gte: 0.33 } }, "category table ≥ 0.33"],
    [{ kind: "stage", of: "hero" }, "hero"],
    [{ kind: "any" }, "any of"],
  ])("%j", (said, words) => {
    expect(say(said)).toBe(words);
  });

  it("is said in Italian too", () => {
    expect(whyText({ kind: "silent", actual: 61 * day, wanted: { $gte: 60 * day } }, texts.it.panel.why, "it")).toBe(
      "silenzio: 61 giorni, richiesto ≥ 60 giorni",
    );
  });
});
