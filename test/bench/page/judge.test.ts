import { describe, expect, test } from "vitest";
import { run, SERIES, withOurs } from "./_runs.ts";
import { judge } from "./judge.mjs";
import { ratioOf, summarize } from "./summary.mjs";

const fails = (series: Parameters<typeof summarize>[0]) =>
  judge(summarize(series))
    .filter(({ ok }) => !ok)
    .map(({ text }) => text);

describe("the promises of a page", () => {
  test("hold, each for both kinds of visit where it is of both", () => {
    expect(fails(SERIES)).toEqual([]);
    expect(judge(summarize(SERIES)).map(({ text }) => text)).toEqual([
      "First visit, script time: 0.20 × all three, at most 0.25 ×",
      "First visit, time until the dialog can be seen: 0.40 × all three, at most 0.5 ×",
      "First visit, of this after the empty page would have shown itself: 0.25 × all three, at most 0.5 ×",
      "First visit, longest task with our script: 12 ms, at most 50 ms",
      "First visit, layout shift: 0.0000, at most 0",
      "Returning visit, script time: 0.21 × all three, at most 0.25 ×",
      "Returning visit, longest task with our script: 20 ms, at most 50 ms",
      "Returning visit, layout shift: 0.0000, at most 0",
    ]);
  });

  test.each([
    ["script time", { script: 27, longest: 12, dialog: 200 }],
    ["time until the dialog", { script: 21, longest: 12, dialog: 251 }],
    ["longest task", { script: 21, longest: 50.1, dialog: 200 }],
    ["layout shift", { script: 21, longest: 12, dialog: 200, shift: 0.0001 }],
  ])("%s does not hold alone, and is named", (name, over) => {
    const found = fails(withOurs("first", [run(over)]));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`First visit, ${name}`);
  });

  test("the least that anybody can do is said beside it, and changes nothing", () => {
    const least = { candidate: "tagged", visit: "first" as const, runs: [run({ dialog: 260 })] };
    const ours = withOurs("first", [run({ script: 21, longest: 12, dialog: 300 })]);
    const text = "First visit, time until the dialog can be seen: 0.60 × all three, at most 0.5 ×";
    expect(fails([...ours, least])).toEqual([`${text} (by hand 0.52 ×)`]);
    expect(fails(ours)).toEqual([text]);
  });

  test("one run in which the layout moved is enough", () => {
    const good = { script: 26, longest: 20 };
    const found = fails(withOurs("returning", [run(good), run(good), run({ ...good, shift: 0.01 })]));
    expect(found).toEqual(["Returning visit, layout shift: 0.0100, at most 0"]);
  });

  test("what was not measured does not hold", () => {
    const found = fails(SERIES.filter(({ candidate }) => candidate !== "ghostlight"));
    expect(found).toHaveLength(8);
    expect(found[0]).toContain("not measured");
  });

  test("our page must do its job in every run", () => {
    const good = run({ script: 26, longest: 20 });
    const found = fails(withOurs("returning", [good, run({ faults: ["0 page views arrived"] })]));
    expect(found).toEqual(["Returning visit, ghostlight did not do its job: 0 page views arrived"]);
  });

  test("another's must do it in more runs than not", () => {
    const idle = { candidate: "snowplow", visit: "first" as const };
    const bad = run({ faults: ["0 page views arrived"] });
    expect(fails([...SERIES, { ...idle, runs: [run(), run(), bad] }])).toEqual([]);
    expect(fails([...SERIES, { ...idle, runs: [run(), bad] }])).toHaveLength(1);
  });
});

describe("figures", () => {
  test("are beyond the empty page where it has them too", () => {
    const rows = summarize(SERIES);
    expect(ratioOf(rows, "first", "bytes", "ghostlight", "stack")).toBeCloseTo(13 / 43);
    expect(ratioOf(rows, "first", "longest", "ghostlight", "stack")).toBeCloseTo(12 / 80);
    expect(ratioOf(rows, "first", "delay", "ghostlight", "stack")).toBeCloseTo((200 - 100) / (500 - 100));
    expect(ratioOf(rows, "returning", "dialog", "ghostlight", "stack")).toBeUndefined();
    expect(ratioOf(rows, "returning", "delay", "ghostlight", "stack")).toBeUndefined();
  });

  test("of a run that failed do not count", () => {
    const series = withOurs("first", [run({ script: 21 }), run({ script: 5_000, faults: ["no dialog was seen"] })]);
    const row = summarize(series).find(({ candidate, visit }) => candidate === "ghostlight" && visit === "first");
    expect(row).toMatchObject({ runs: 1, spreads: { script: { median: 20 } } });
  });
});
