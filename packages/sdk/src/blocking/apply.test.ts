import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { letGo, putBack } from "./apply.ts";

/** Adds the markup's one element between two others. */
function add(markup: string): HTMLElement {
  document.body.innerHTML = `<i></i>${markup}<b></b>`;
  return document.body.children[1] as HTMLElement;
}
const markup = (): string => document.body.innerHTML;

beforeEach(() => document.body.replaceChildren());
afterEach(() => void vi.restoreAllMocks());

describe("scripts", () => {
  test("change their type, at their place, and keep the rest", () => {
    const script = add('<script type="text/plain" data-purpose="a" id="x" integrity="sha256-x">0</script>');
    expect(letGo(script)).toBe(undefined);
    expect(document.body.children[1]).toBe(script);
    expect(script.outerHTML).toBe(
      '<script type="" data-purpose="a" id="x" integrity="sha256-x" data-granted="">0</script>',
    );
  });

  test.each([
    ["an address", 'src="/a.js"', "scripts"],
    ["an address, deferred", 'src="/a.js" defer', "scripts"],
    ["an address, async", 'src="/a.js" async', undefined],
    ["an address, for old browsers", 'src="/a.js" nomodule', undefined],
    ["an address, a module", 'src="/a.js" data-type="module"', "modules"],
    ["an address, an async module", 'src="/a.js" async data-type="module"', undefined],
    ["an address, a module that old browsers take for none", 'src="/a.js" nomodule data-type="module"', "modules"],
    ["an address, something else", 'src="/a.js" data-type="text/x"', undefined],
    ["an empty address, which fails", 'src=""', "scripts"],
    ["no address", "", undefined],
    ["no address, a module", 'data-type="module"', undefined],
  ])("with %s (%s), those wait that follow: %s", (_, attributes, waits) => {
    const script = add(`<script type="text/plain" ${attributes}></script>`) as HTMLScriptElement;
    // jsdom has no such property.
    Object.defineProperty(script, "noModule", { value: script.hasAttribute("nomodule") });
    expect(letGo(script)).toBe(waits);
  });

  test("a module is one, and keeps its turn", () => {
    const script = add('<script type="text/plain" data-type="module"></script>') as HTMLScriptElement;
    letGo(script);
    expect([script.type, script.hasAttribute("async")]).toEqual(["module", false]);
  });

  test("async stays async", () => {
    const script = add('<script type="text/plain" async src="/a.js"></script>');
    letGo(script);
    expect(script.hasAttribute("async")).toBe(true);
  });

  test("one that was never blocked keeps its type, and nobody waits for it", () => {
    const script = add('<script type="application/json" src="/a.js">{}</script>');
    expect(letGo(script)).toBe(undefined);
    expect(script.getAttribute("type")).toBe("application/json");
  });
});

test("one that the page does not let us change is at its place again", () => {
  const script = add('<script type="text/plain" data-src="/a.js"></script>');
  script.setAttribute = () => {
    throw new TypeError("This document requires a trusted value");
  };
  expect(() => letGo(script)).toThrow(TypeError);
  expect(document.body.children[1]).toBe(script);
  expect(script.getAttribute("type")).toBe("text/plain");
});

describe("other elements", () => {
  test.each([
    ['<iframe data-src="/a"></iframe>', '<iframe data-granted="src" src="/a"></iframe>'],
    ['<img data-src="/a" data-srcset="/b 2x">', '<img data-granted="src srcset" src="/a" srcset="/b 2x">'],
    ['<link rel="prefetch" data-href="/a">', '<link rel="prefetch" data-granted="href" href="/a">'],
    ['<object data-data="/a"></object>', '<object data-granted="data" data="/a"></object>'],
    ['<embed data-src="/a">', '<embed data-granted="src" src="/a">'],
    ['<source data-src="/a">', '<source data-granted="src" src="/a">'],
    ['<shop-map data-src="/a"><p></p></shop-map>', '<shop-map data-granted="src" src="/a"><p></p></shop-map>'],
    ['<p data-src="/a"></p>', '<p data-src="/a" data-granted=""></p>'],
    ['<iframe data-src="" data-title="t"></iframe>', '<iframe data-src="" data-title="t" data-granted=""></iframe>'],
  ])("%s becomes %s", (before, after) => {
    expect(letGo(add(before))).toBe(undefined);
    expect(markup()).toBe(`<i></i>${after}<b></b>`);
  });

  test("a source and a frame are put in anew, others stay where they are", () => {
    const moves: string[] = [];
    const observer = new MutationObserver(() => {});
    for (const text of ['<source data-src="/a">', '<iframe data-src="/a"></iframe>', '<img data-src="/a">']) {
      const element = add(text);
      observer.observe(document.body, { childList: true });
      letGo(element);
      moves.push(...observer.takeRecords().flatMap(({ addedNodes }) => [...addedNodes].map((node) => node.nodeName)));
      observer.disconnect();
    }
    expect(moves).toEqual(["SOURCE", "IFRAME"]);
  });
});

describe("what was let go", () => {
  const back = (markup: string): void => {
    const element = add(markup);
    letGo(element);
    putBack(element);
  };

  test.each([
    '<iframe title="t" data-src="/a"></iframe>',
    '<img data-src="/a" data-srcset="/b 2x">',
    '<link rel="prefetch" data-href="/a">',
    '<object data-data="/a"></object>',
    '<shop-map data-src="/a"><p></p></shop-map>',
    '<p data-src="/a"></p>',
  ])("is as it was: %s", (before) => {
    back(before);
    expect(markup()).toBe(`<i></i>${before}<b></b>`);
  });

  test("keeps the addresses that it had before, and what a page wrote in the mark", () => {
    const frame = add('<iframe src="/own" srcdoc="x" data-granted="srcdoc href"></iframe>');
    putBack(frame);
    expect(markup()).toBe('<i></i><iframe src="/own" srcdoc="x"></iframe><b></b>');
  });

  test("comes in anew where it would go on otherwise: a frame, not a picture", () => {
    const added: string[] = [];
    const observer = new MutationObserver(() => {});
    for (const text of ['<iframe data-src="/a"></iframe>', '<img data-src="/a">']) {
      const element = add(text);
      letGo(element);
      observer.observe(document.body, { childList: true });
      putBack(element);
      added.push(...observer.takeRecords().flatMap(({ addedNodes }) => [...addedNodes].map((node) => node.nodeName)));
      observer.disconnect();
    }
    expect(added).toEqual(["IFRAME"]);
  });

  test.each(["<video data-src='/a'></video>", "<video><source data-src='/a'></video>"])("plays no more: %s", (text) => {
    const load = vi.spyOn(HTMLMediaElement.prototype, "load").mockImplementation(() => {});
    const film = add(text);
    const element = film.querySelector<HTMLElement>("source") ?? film;
    letGo(element);
    putBack(element);
    expect(load.mock.contexts).toEqual([film]);
  });

  test("stays where it is a script: what ran, ran", () => {
    const script = add('<script type="text/plain" src="/a.js"></script>');
    letGo(script);
    putBack(script);
    expect(script.outerHTML).toBe('<script type="" src="/a.js" data-granted=""></script>');
  });
});

test("all but scripts hear of both, once it is done, and nobody around them does", () => {
  const heard: string[] = [];
  const hear = (event: Event): void => {
    const at = event.currentTarget === document.body ? "body" : (event.target as HTMLElement);
    heard.push(typeof at === "string" ? at : `${event.type} ${at.getAttribute("src")} ${at.dataset.granted}`);
  };
  for (const markup of ['<shop-map data-src="/a"></shop-map>', '<script type="text/plain"></script>']) {
    const element = add(markup);
    for (const on of [element, document.body]) {
      on.addEventListener("ghostlight:granted", hear);
      on.addEventListener("ghostlight:withdrawn", hear);
    }
    letGo(element);
    putBack(element);
  }
  expect(heard).toEqual(["ghostlight:granted /a src", "ghostlight:withdrawn null undefined"]);
});
