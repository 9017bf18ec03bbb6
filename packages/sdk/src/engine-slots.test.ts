/** What a page leaves behind for the next one's first frame. */
import { beforeEach, describe, expect, test, vi } from "vitest";
import { call, choose, NOW, onOwnPage, say, slot, start, wait, world } from "../test/engine.ts";
import { hidePage, settle } from "../test/page.ts";
import { QUIET } from "../test/site.ts";
import type { Engine } from "./engine.ts";
import { readSnapshot, SNAPSHOT } from "./personalize/early/store.ts";

onOwnPage();
beforeEach(() => {
  world.early = true;
});

const known = (at = NOW) => [...readSnapshot("1", at, JSON.parse).values()].map(({ show }) => show.text);
const isKept = () => localStorage.getItem(SNAPSHOT) !== null;

describe("is kept under personalization", () => {
  test("with every decision, and what time will make of it", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    expect(known()).toEqual([]);
    await engine.take(call("Product Viewed"));
    await engine.take(call("Product Added"));
    expect([known(), known(NOW + QUIET)]).toEqual([["Welcome back"], [undefined]]);
    hidePage();
    expect([known(), known(NOW + QUIET)]).toEqual([["Welcome back"], ["Your cart is waiting"]]);
  });

  test("not before anything was seen", async () => {
    start("personalization");
    await settle();
    expect(isKept()).toBe(false);
  });

  test("not under analytics alone", async () => {
    const { engine } = start("analytics");
    await engine.take(say("page"));
    await wait(1_000);
    expect(isKept()).toBe(false);
  });
});

test("the next page shows it before its engine has looked, and the engine then changes nothing", async () => {
  const { engine } = start("personalization");
  for (const name of ["Product Viewed", "Product Viewed"]) await engine.take(call(name));
  document.body.innerHTML = '<div data-gl-slot="hero">Boots</div><p></p>';
  start("personalization");
  expect(slot()?.textContent).toBe("Welcome back");
  const before = slot()?.firstChild;
  await settle();
  expect(slot()?.firstChild).toBe(before);
});

test("is among what the visitor can take along", async () => {
  const { engine } = start("personalization");
  expect((await engine.dump()).slots).toBeUndefined();
  await engine.take(call("Product Viewed"));
  expect((await engine.dump()).slots).toEqual(JSON.parse(localStorage.getItem(SNAPSHOT) ?? ""));
});

describe("is gone", () => {
  test("with the purpose, also what a step that was under way would leave", async () => {
    const { engine } = start("personalization");
    await engine.take(call("Product Viewed"));
    const late = engine.take(call("Product Viewed"));
    choose(engine);
    await late;
    await settle();
    hidePage();
    expect([isKept(), slot()?.textContent]).toEqual([false, "Boots"]);
  });

  test("once all is erased, until something is seen again", async () => {
    const { engine } = start("personalization");
    for (const name of ["Product Viewed", "Product Viewed"]) await engine.take(call(name));
    world.slots?.show();
    const erased = engine.erase();
    hidePage();
    expect(isKept()).toBe(false);
    await erased;
    await settle();
    expect([isKept(), slot()?.textContent]).toEqual([false, "Boots"]);
    await engine.take(call("Product Viewed"));
    expect(isKept()).toBe(true);
  });
});

describe("what a site left that has no snapshot any more", () => {
  beforeEach(() => {
    world.early = false;
    localStorage.setItem(SNAPSHOT, "[]");
  });

  test.each(["analytics", "personalization"])("is gone once its engine starts, under %s", (purpose) => {
    start(purpose);
    expect(isKept()).toBe(false);
  });

  test.each<[string, (engine: Engine) => unknown]>([
    ["with the purpose", (engine) => choose(engine)],
    ["once all is erased", (engine) => engine.erase()],
  ])("and which a page of before left since is gone %s", async (_, undo) => {
    const { engine } = start("personalization");
    localStorage.setItem(SNAPSHOT, "[]");
    await undo(engine);
    await settle();
    expect(isKept()).toBe(false);
  });

  test("is nothing to stumble over where storage is denied", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(start("personalization").engine).toBeDefined();
  });
});

test("of a site that has one, it stays as its engine starts", () => {
  localStorage.setItem(SNAPSHOT, "[]");
  start("personalization");
  expect(isKept()).toBe(true);
});
