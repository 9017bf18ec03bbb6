import { expect, test } from "vitest";
import { markdownOf } from "../markdown.mjs";
import { spliceBench } from "../readme.mjs";
import { SERIES } from "./_runs.ts";
import { drawChart } from "./chart.mjs";
import { summarize } from "./summary.mjs";
import { cellsOf, keptByName, renderTerminal } from "./table.mjs";

const rows = summarize(SERIES);

test("a line for each measure, a column for each candidate, and the ratio last", () => {
  const [head, ...lines] = cellsOf(rows, "first");
  expect(head?.slice(1, 5)).toEqual(["empty page", "by hand", "by hand, as a script", "Ghostlight"]);
  expect(lines.every((line) => line.length === head?.length)).toBe(true);
  const script = lines.find(([name]) => name === "script time");
  expect(script?.[4]).toBe("20 ms (20–20)");
  expect(script?.at(-1)).toBe("0.20 ×");
});

test("what nobody has is no line", () => {
  const names = cellsOf(rows, "returning").map(([name]) => name);
  expect(names).not.toContain("until the dialog can be seen");
  expect(names).toContain("script time");
});

test("what is kept is counted by kind, with its names beside the table", () => {
  const line = cellsOf(rows, "returning").find(([name]) => name === "kept on the device");
  expect(line?.[8]).toBe("cookies: 2, storage: 1");
  expect(line?.[4]).toBe("nothing");
  expect(keptByName(rows, "returning")).toBe(
    "Kept by name. all three: cookie cc_cookie, cookie _sp_id, localStorage queue.",
  );
  expect(keptByName(rows, "first")).toBe("");
  expect(renderTerminal(rows)).toContain(keptByName(rows, "returning"));
});

test("what is sent is said by number and size", () => {
  const lines = cellsOf(rows, "returning");
  expect(lines.find(([name]) => name === "sent")?.[8]).toBe("1 request, 780 B");
  expect(lines.find(([name]) => name === "sent")?.[4]).toBe("nothing");
  expect(lines.find(([name]) => name === "sent")?.[3]).toBe("–");
});

test("the terminal has them as blocks", () => {
  expect(renderTerminal(rows).join("\n")).toMatch(/ {2}script time\n(.*\n)* {4}Ghostlight +20 ms/);
});

test("markdown has a rule under its head", () => {
  expect(
    markdownOf([
      ["", "a"],
      ["b", "1"],
    ]),
  ).toEqual(["|  | a |", "| --- | ---: |", "| b | 1 |"]);
});

test("the README keeps what is around the figures", () => {
  const text = "before\n<!-- bench:start -->\nold\n<!-- bench:end -->\nafter";
  expect(spliceBench(text, "new")).toBe("before\n<!-- bench:start -->\nnew\n<!-- bench:end -->\nafter");
  expect(spliceBench("no place", "new")).toBeUndefined();
});

test("the chart is a picture that can be read aloud, with its text as text", () => {
  const svg = drawChart(rows, "2026-01-01, Chromium 1");
  expect(svg).toMatch(/^<svg [^>]*role="img"/);
  expect(svg).toContain("<title>");
  expect(svg).toContain("script time 20 ms, 20 % of all three");
  expect(svg).toMatch(/<text[^>]*>20 ms, 20 %<\/text>/);
  expect(svg).toContain("prefers-color-scheme");
  expect(svg.match(/xmlns="/g)).toHaveLength(1);
});
