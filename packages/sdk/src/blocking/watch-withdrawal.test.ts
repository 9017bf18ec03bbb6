/** What a withdrawal puts back, and what it cannot. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGuard } from "../env/guard.ts";
import { type Blocking, createBlocking } from "./watch.ts";

const started: Blocking[] = [];
const services = { maps: "functional", pixel: "marketing" };

/** Blocking of this markup, with what it told so far, the latest last: ids of elements, names of what was withdrawn. */
function start(markup: string) {
  document.body.innerHTML = markup;
  const note = vi.fn();
  const told: { blocked: string[][]; stuck: string[][] } = { blocked: [], stuck: [] };
  const ids = (elements: readonly Element[]): string[] => elements.map(({ id }) => id);
  const blocking = createBlocking({
    purposes: ["necessary", "functional", "analytics", "marketing"],
    services,
    blocked: (elements) => void told.blocked.push(ids(elements)),
    stuck: (withdrawn) => void told.stuck.push([...withdrawn.purposes, ...withdrawn.services]),
    note,
    guard: createGuard(note),
  });
  started.push(blocking);
  const allow = (...purposes: string[]): void => {
    const all = Object.entries(services).filter(([, purpose]) => purposes.includes(purpose));
    blocking.allow({ purposes, services: all.map(([id]) => id) });
  };
  return { ...blocking, told, allow, note };
}
const script = (id: string, more = 'data-purpose="analytics"'): string =>
  `<script id="${id}" type="text/plain" ${more}></script>`;
const frame = '<iframe id="map" data-service="maps" data-src="about:blank"></iframe>';
const granted = (): string[] => [...document.querySelectorAll("[data-granted]")].map(({ id }) => id);

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  for (const { allow } of started.splice(0)) allow({ purposes: [], services: [] });
});

test("what can be put back is, and waits again as before", () => {
  const { allow, told } = start(`${frame}<p id="hint" data-purpose="analytics"></p>`);
  allow("functional", "analytics");
  allow("analytics");
  expect(granted()).toEqual(["hint"]);
  expect(document.querySelector("#map")?.getAttribute("src")).toBeNull();
  expect(told).toEqual({ blocked: [["map"]], stuck: [] });
  allow("functional");
  expect(granted()).toEqual(["map"]);
  allow();
  expect(told).toEqual({ blocked: [["map"], ["map"]], stuck: [] });
});

test("scripts that ran cannot: they are told, each time that these change", () => {
  const { allow, told } = start(script("a") + script("b", 'data-service="pixel"') + script("c"));
  allow("marketing");
  expect(told.stuck).toEqual([]);
  allow("marketing", "analytics");
  allow("analytics");
  expect(told.stuck).toEqual([["pixel"]]);
  allow("analytics");
  expect(told.stuck).toHaveLength(1);
  allow();
  expect(told.stuck[1]).toEqual(["analytics", "pixel"]);
  allow("analytics");
  expect(told.stuck[2]).toEqual(["pixel"]);
  allow("analytics", "marketing");
  expect(told.stuck.slice(3)).toEqual([[]]);
});

test("also where the page has taken the script away meanwhile", () => {
  const { allow, told } = start(script("a"));
  allow("analytics");
  document.querySelector("#a")?.remove();
  allow();
  expect(told.stuck).toEqual([["analytics"]]);
});

test.each([
  ["was never let go", script("a", 'data-purpose="marketing"')],
  ["was no blocked one", '<script id="a" type="application/json" data-purpose="analytics">{}</script>'],
])("none is told of that %s", (_, markup) => {
  const { allow, told } = start(markup);
  allow("analytics");
  allow();
  expect(told.stuck).toEqual([]);
});

test("none is told of that never arrived", () => {
  const { allow, told } = start(script("a", 'src="/gone.js" data-purpose="analytics"'));
  allow("analytics");
  document.querySelector("#a")?.dispatchEvent(new Event("error"));
  allow();
  expect(told.stuck).toEqual([]);
});

test("what was let go once stays until what it needs is given and taken", () => {
  const { allow, once, told } = start(frame);
  allow("analytics");
  once(document.querySelector("#map") ?? document.body);
  allow();
  expect(granted()).toEqual(["map"]);
  allow("functional");
  allow();
  expect(granted()).toEqual([]);
  expect(told.blocked).toEqual([["map"], ["map"]]);
});

test("custom elements count as seen where they say how large they are, all others where they ask for it", () => {
  const { allow, told } = start(`
    <shop-map id="wide" width="300" data-service="maps"></shop-map>
    <shop-map id="high" height="300" data-service="maps"></shop-map>
    <shop-map id="asking" data-placeholder data-service="maps"></shop-map>
    <div id="plain" data-placeholder data-service="maps"></div>
    <shop-map id="quiet" data-service="maps"></shop-map>
    <div id="none" width="300" data-service="maps"></div>`);
  allow();
  expect(told.blocked).toEqual([["wide", "high", "asking", "plain"]]);
});
