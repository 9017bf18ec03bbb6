/** A marked element waits for its service, and for its purpose beside, each by itself. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createGuard } from "../env/guard.ts";
import { type Blocking, createBlocking } from "./watch.ts";

const started: Blocking[] = [];

function start(markup: string) {
  document.body.innerHTML = markup;
  const note = vi.fn();
  const services = { maps: "functional", film: "functional", pay: "necessary" };
  const purposes = ["necessary", "functional", "marketing"];
  const blocking = createBlocking({
    purposes,
    services,
    blocked: vi.fn(),
    stuck: vi.fn(),
    note,
    guard: createGuard(note),
  });
  started.push(blocking);
  return { ...blocking, note };
}
const free = (): string[] => [...document.querySelectorAll("[data-granted]")].map(({ id }) => id);
const byId = (id: string): Element => document.querySelector(`#${id}`) ?? document.body;

beforeEach(() => document.body.replaceChildren());
afterEach(() => {
  for (const { allow } of started.splice(0)) allow({ purposes: [], services: [] });
});

const ALL = `<p id="maps" data-service="maps"></p><p id="film" data-service="film"></p>
  <p id="own" data-purpose="functional" data-service="maps"></p><p id="plain" data-purpose="functional"></p>
  <p id="both" data-purpose="marketing" data-service="maps"></p>`;

test.each<[string, string[], string[], string[]]>([
  ["a purpose without its service", ["functional"], [], ["plain"]],
  ["a purpose with one of its services", ["functional"], ["film"], ["film", "plain"]],
  ["a service without its purpose", [], ["maps"], ["maps", "own"]],
  ["the other purpose alone", ["marketing"], [], []],
  ["the other purpose and the service", ["marketing"], ["maps"], ["maps", "own", "both"]],
])("%s lets go what waits for nothing else", (_, purposes, services, ids) => {
  const { allow } = start(ALL);
  allow({ purposes, services });
  expect(free()).toEqual(ids);
});

test("what is missing is told: the service, the purpose, or both", () => {
  const { allow, missing } = start(ALL);
  allow({ purposes: ["functional"], services: ["film"] });
  expect(missing(byId("maps"))).toEqual({ purposes: [], services: ["maps"] });
  expect(missing(byId("both"))).toEqual({ purposes: ["marketing"], services: ["maps"] });
  expect(missing(byId("film"))).toEqual({ purposes: [], services: [] });
});

test("a withdrawn service's elements are blocked again, the others stay", () => {
  const { allow } = start(
    '<img id="a" data-service="maps" data-src="/a"><img id="b" data-service="film" data-src="/b">',
  );
  allow({ purposes: ["functional"], services: ["maps", "film"] });
  expect(free()).toEqual(["a", "b"]);
  allow({ purposes: ["functional"], services: ["film"] });
  expect(free()).toEqual(["b"]);
  expect([byId("a").getAttribute("src"), byId("b").getAttribute("src")]).toEqual([null, "/b"]);
});

test("an unheard service stays blocked beside a purpose that is granted, and is noted", () => {
  const { allow, once, note } = start('<p id="a" data-purpose="functional" data-service="unheard"></p>');
  allow({ purposes: ["functional"], services: ["maps"] });
  once(byId("a"));
  expect(free()).toEqual([]);
  expect(note.mock.calls).toEqual([["unknown-purpose", byId("a")]]);
});

test("once lets go whatever service it waits for", () => {
  const { allow, once } = start('<p id="a" data-purpose="marketing" data-service="maps"></p>');
  allow({ purposes: [], services: [] });
  once(byId("a"));
  expect(free()).toEqual(["a"]);
});
