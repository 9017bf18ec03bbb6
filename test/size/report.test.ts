/** Shows that one byte over a budget is a fault that says which file and by how much. */
import { describe, expect, test } from "vitest";
import { overBudget, renderFeatures, renderReadme, renderTerminal, weigh } from "./report.mjs";

const budgets = [
  { what: "Entry", files: ["entry"], kB: 4.5 },
  { what: "Until the dialog", files: ["entry", "banner"], kB: 13 },
];
const sizes = (entry: number, banner: number) => ({
  entry: { min: entry * 3, gzip: entry + 100, brotli: entry },
  banner: { min: banner * 3, gzip: banner + 100, brotli: banner },
});

describe("weighing", () => {
  test("sums the files of a budget, each with its own compression", () => {
    const [, dialog] = weigh(budgets, sizes(4000, 6000));
    expect(dialog?.size).toEqual({ min: 30_000, gzip: 10_200, brotli: 10_000 });
    expect(dialog?.budget).toBe(13 * 1024);
    expect(dialog?.used).toBeCloseTo(0.751, 3);
  });

  test("refuses a budget for a file that nobody measures", () => {
    expect(() => weigh([{ what: "x", files: ["chat"], kB: 1 }], sizes(1, 1))).toThrow('"chat"');
  });
});

describe("budgets", () => {
  test("hold to the byte", () => {
    expect(overBudget(weigh(budgets, sizes(4608, 8704)))).toEqual([]);
    expect(overBudget(weigh(budgets, sizes(4609, 8000)))).toEqual(["entry (Entry) is 4,609 B, 1 B over its 4,608 B."]);
  });

  test("name every one that is over", () => {
    expect(overBudget(weigh(budgets, sizes(5000, 9000)))).toEqual([
      "entry (Entry) is 5,000 B, 392 B over its 4,608 B.",
      "entry + banner (Until the dialog) is 14,000 B, 688 B over its 13,312 B.",
    ]);
  });
});

describe("tables", () => {
  const rows = weigh(budgets, sizes(4000, 6000));

  test("for the terminal in bytes", () => {
    expect(renderTerminal(sizes(4000, 6000), rows).split("\n")).toEqual([
      "bytes                min    gzip  brotli  budget  used",
      "entry             12,000   4,100   4,000",
      "banner            18,000   6,100   6,000",
      "",
      "Entry             12,000   4,100   4,000   4,608  87 %",
      "Until the dialog  30,000  10,200  10,000  13,312  76 %",
    ]);
  });

  test("for the README in kB", () => {
    expect(renderReadme(rows).split("\n")[2]).toBe("| Entry | 11.7 kB | 4.0 kB | 3.9 kB | 4.5 kB | 87 % |");
  });

  test("do not round what is over down to 100 %", () => {
    expect(renderReadme(weigh(budgets, sizes(4609, 1)))).toContain("| 101 % |");
    expect(renderReadme(weigh(budgets, sizes(4608, 1)))).toContain("| 100 % |");
  });
});

test("features by group, or alone where they are the group, as far as they come to 0.1 kB", () => {
  const cost = (path: string, entry: number, all: number) => ({
    path,
    along: [],
    bytes: { entry, dialog: entry, center: 0, returning: -3, all },
  });
  const costs = [
    cost("services", 205, 1024),
    cost("services.maps", 100, 512),
    cost("signals.google", 150, 150),
    cost("theme", 0, 40),
  ];
  expect(renderFeatures({ costs }).split("\n").slice(2)).toEqual([
    "| `services` | 0.2 kB | 0.2 kB | – | – | 1.0 kB |",
    "| `signals.google` | 0.1 kB | 0.1 kB | – | – | 0.1 kB |",
  ]);
});
