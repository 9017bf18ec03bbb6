import { expect, test } from "vitest";
import { costOf } from "./spans.mjs";

const ORIGIN = "http://localhost:1";
const OWN = { pid: 1, tid: 1 };
const OTHER = { pid: 2, tid: 2 };

/** In ms; what the thread worked is as long as it took, unless told otherwise. */
const span = (name: string, from: number, to: number, place = OWN, worked = to - from) => ({
  ...place,
  name,
  ph: "X",
  ts: from * 1_000,
  dur: (to - from) * 1_000,
  tdur: worked * 1_000,
});
const parse = (from: number, to: number, place = OWN, url = `${ORIGIN}/page`) => ({
  ...span("ParseHTML", from, to, place),
  args: { beginData: { url } },
});
const page = [span("RunTask", 0, 5), parse(0, 5)];

test("a script within a script counts once", () => {
  const spans = [...page, span("RunTask", 10, 40), span("EvaluateScript", 10, 30), span("v8.callFunction", 12, 20)];
  expect(costOf(spans, ORIGIN)).toMatchObject({ script: 20, longest: 30, busy: 35 });
});

test("layout that a script forced is no script time, but work", () => {
  const spans = [...page, span("RunTask", 10, 40), span("EvaluateScript", 10, 40), span("Layout", 20, 30)];
  expect(costOf([...spans, span("UpdateLayoutTree", 22, 24)], ORIGIN)).toMatchObject({ script: 20, busy: 35 });
});

test("layout of the page itself takes nothing off", () => {
  const spans = [...page, span("RunTask", 10, 20), span("FunctionCall", 10, 20), span("RunTask", 30, 45)];
  expect(costOf([...spans, span("Layout", 30, 45)], ORIGIN)).toMatchObject({ script: 10, longest: 10, busy: 30 });
});

test("of a task that draws the page, its scripts count and what they made it lay out, and not the page", () => {
  const frame = [span("RunTask", 10, 90), span("FunctionCall", 10, 30), span("Layout", 20, 28), span("Layout", 30, 70)];
  expect(costOf([...page, ...frame, span("PrePaint", 70, 80)], ORIGIN)).toMatchObject({ longest: 20, blocking: 30 });
});

test("what waited for a module counts with it, to the end of its task", () => {
  const spans = [...page, span("RunTask", 10, 60), span("v8.evaluateModule", 12, 13), span("v8.callFunction", 20, 30)];
  expect(costOf([...spans, span("Layout", 40, 50)], ORIGIN)).toMatchObject({ script: 38, longest: 50 });
});

test("a module in a task that parses the page counts for itself", () => {
  const spans = [span("RunTask", 0, 100), parse(0, 90), span("v8.evaluateModule", 10, 11)];
  expect(costOf(spans, ORIGIN)).toMatchObject({ script: 1 });
});

test("of a task that parses the page, its scripts count and not the page", () => {
  const spans = [span("RunTask", 0, 100), parse(0, 90), span("EvaluateScript", 10, 30), span("EvaluateScript", 50, 55)];
  expect(costOf(spans, ORIGIN)).toMatchObject({ script: 25, longest: 25, blocking: 50 });
});

test("what is over 50 ms in each task blocks, with script or without", () => {
  const spans = [...page, span("RunTask", 10, 70), span("RunTask", 100, 180), span("RunTask", 200, 250)];
  expect(costOf(spans, ORIGIN)).toMatchObject({ script: 0, longest: 0, blocking: 40 });
});

test("time in which others had the processor does not count", () => {
  const spans = [...page, span("RunTask", 10, 400, OWN, 30), span("FunctionCall", 10, 400, OWN, 30)];
  expect(costOf(spans, ORIGIN)).toMatchObject({ script: 30, longest: 30, blocking: 0 });
});

test("a page of the browser's own does not count", () => {
  const spans = [...page, parse(0, 1, OTHER, "chrome://bar/"), span("RunTask", 0, 500, OTHER)];
  expect(costOf([...spans, span("EvaluateScript", 0, 500, OTHER)], ORIGIN)).toMatchObject({ script: 0, busy: 5 });
});
