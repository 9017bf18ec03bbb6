import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createGuard } from "../env/guard.ts";
import { type Blocking, createBlocking } from "./watch.ts";

const started: Blocking[] = [];

function start() {
  const note = vi.fn();
  const blocked = vi.fn();
  const services = { maps: "functional", pay: "necessary" };
  const purposes = ["necessary", "functional", "analytics"];
  const blocking = createBlocking({ purposes, services, blocked, stuck: vi.fn(), note, guard: createGuard(note) });
  started.push(blocking);
  const reports = (): string[][] => blocked.mock.calls.map(([elements]) => elements.map((one: Element) => one.id));
  /** These purposes, and the services as these have it. */
  const allow = (granted: readonly string[]): void => {
    const all = Object.entries(services).filter(([, purpose]) => ["necessary", ...granted].includes(purpose));
    blocking.allow({ purposes: granted, services: all.map(([id]) => id) });
  };
  return { ...blocking, allow, note, reports };
}
const put = (markup: string): void => {
  document.body.innerHTML = markup;
};
const granted = (): string[] => [...document.querySelectorAll("[data-granted]")].map(({ id }) => id);
const external = (id: string): string =>
  `<script id="${id}" type="text/plain" data-purpose="analytics" src="/${id}.js"></script>`;
const module = (id: string, source: string): string =>
  `<script id="${id}" type="text/plain" data-type="module" data-purpose="analytics" ${source}></script>`;
const soon = (): Promise<void> => Promise.resolve();

beforeEach(() => document.body.replaceChildren());
// Each goes on watching the document that all tests share.
afterEach(() => {
  for (const { allow } of started.splice(0)) allow({ purposes: [], services: [] });
});

describe("granting", () => {
  test("lets go what has the purpose, and no more", () => {
    put('<p id="a" data-purpose="analytics"></p><p id="b" data-service="maps"></p><p id="c" data-service="pay"></p>');
    const { allow } = start();
    allow([]);
    expect(granted()).toEqual(["c"]);
    allow(["functional"]);
    expect(granted()).toEqual(["b", "c"]);
    allow(["functional", "analytics"]);
    expect(granted()).toEqual(["a", "b", "c"]);
  });

  test("lets go what comes later, deep in what was added; not what comes after a withdrawal", async () => {
    const { allow } = start();
    allow(["analytics"]);
    put('text<div><p><b id="deep" data-purpose="analytics"></b></p></div><i id="itself" data-purpose="analytics"></i>');
    await soon();
    expect(granted()).toEqual(["deep", "itself"]);
    allow([]);
    put('<b id="late" data-purpose="analytics"></b>');
    await soon();
    expect(granted()).toEqual([]);
  });

  test("also inside a form whose fields are named like methods", async () => {
    const { allow } = start();
    allow(["analytics"]);
    put('<form><input name="matches"><b id="a" data-purpose="analytics"></b></form>');
    await soon();
    expect(granted()).toEqual(["a"]);
  });

  test("once lets go what is asked for and what is marked inside it, and nothing after", async () => {
    put('<video id="v" data-purpose="functional"><source id="s" data-purpose="functional"></video>');
    const { allow, once } = start();
    allow([]);
    once(document.querySelector("video") ?? document.body);
    expect(granted()).toEqual(["v", "s"]);
    put('<b id="late" data-purpose="functional"></b>');
    await soon();
    expect(granted()).toEqual([]);
  });
});

describe("order", () => {
  test.each(["load", "error"])(
    "an external script holds the following scripts back until its %s, and nothing else",
    (event) => {
      put(`${external("a")}${external("b")}<p id="c" data-purpose="analytics"></p>`);
      const { allow } = start();
      allow(["analytics"]);
      expect(granted()).toEqual(["a", "c"]);
      document.querySelector("#a")?.dispatchEvent(new Event(event));
      expect(granted()).toEqual(["a", "b", "c"]);
    },
  );

  test.each(["load", "error"])(
    "a module without an address waits for the %s of those before it, later modules with it, and nothing else",
    async (event) => {
      put(
        module("a", 'src="/a.js"') +
          module("b", 'src="/b.js"') +
          module("c", "") +
          module("d", 'data-src="/d.js"') +
          module("e", "async") +
          external("f"),
      );
      const { allow } = start();
      allow(["analytics"]);
      expect(granted()).toEqual(["a", "b", "e", "f"]);
      document.body.insertAdjacentHTML("beforeend", module("g", 'src="/g.js"'));
      await soon();
      document.querySelector("#f")?.dispatchEvent(new Event(event));
      document.querySelector("#b")?.dispatchEvent(new Event(event));
      expect(granted()).toEqual(["a", "b", "e", "f"]);
      document.querySelector("#a")?.dispatchEvent(new Event(event));
      expect(granted()).toEqual(["a", "b", "c", "d", "e", "f", "g"]);
    },
  );

  test("modules with an address wait for nobody, also where it is kept under another name", () => {
    put(module("a", 'src="/a.js"') + module("b", 'data-src="/b.js"'));
    const { allow } = start();
    allow(["analytics"]);
    expect(granted()).toEqual(["a", "b"]);
  });

  test("a module that came lets nobody go who waits for a script, other modules among them", () => {
    put(module("a", 'src="/a.js"') + external("b") + external("c") + module("d", "") + module("e", 'src="/e.js"'));
    const { allow } = start();
    allow(["analytics"]);
    document.querySelector("#a")?.dispatchEvent(new Event("load"));
    expect(granted()).toEqual(["a", "b"]);
    document.querySelector("#b")?.dispatchEvent(new Event("load"));
    document.querySelector("#c")?.dispatchEvent(new Event("load"));
    expect(granted()).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("what was withdrawn while it waited stays blocked", () => {
    put(external("a") + external("b"));
    const { allow } = start();
    allow(["analytics"]);
    allow([]);
    document.querySelector("#a")?.dispatchEvent(new Event("load"));
    expect(granted()).toEqual(["a"]);
  });
});

describe("reports", () => {
  test("once, of what stays blocked and would be seen", async () => {
    put(
      ["iframe", "img", "video", "object", "embed", "p", "script", "audio"]
        .map((name) => `<${name} id="${name}" data-purpose="functional"></${name}>`)
        .join(""),
    );
    const { allow, reports } = start();
    allow([]);
    allow([]);
    expect(reports()).toEqual([["iframe", "img", "video", "object", "embed"]]);
    document.body.append(document.querySelector("img") ?? "");
    await soon();
    expect(reports()).toHaveLength(1);
  });

  test("names that nobody declared, once, and keeps them blocked", () => {
    put('<p id="a" data-purpose="unheard"></p><iframe id="b" data-service="constructor"></iframe>');
    const { allow, once, note, reports } = start();
    allow(["unheard-of"]);
    allow(["analytics"]);
    expect(note.mock.calls.map(([code, { id }]) => [code, id])).toEqual([
      ["unknown-purpose", "a"],
      ["unknown-purpose", "b"],
    ]);
    once(document.body);
    expect([granted(), reports()]).toEqual([[], []]);
  });

  test("one that the page does not let us change is noted, and the next goes on", () => {
    put('<iframe id="a" data-purpose="analytics" data-src="/a"></iframe><p id="b" data-purpose="analytics"></p>');
    const fault = new TypeError("This document requires a trusted value");
    vi.spyOn(document.querySelector("iframe") ?? document.body, "setAttribute").mockImplementation(() => {
      throw fault;
    });
    const { allow, note } = start();
    allow(["analytics"]);
    allow(["analytics"]);
    expect(note.mock.calls).toEqual([["not-activated", fault]]);
    expect(granted()).toEqual(["a", "b"]);
  });
});
