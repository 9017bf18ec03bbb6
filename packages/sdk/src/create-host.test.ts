/** What a page can do to Ghostlight, and what Ghostlight never does to a page. */
import type { Standing } from "@ghostlight/rules";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, replaceCookies, settle, sweepCookies } from "../test/page.ts";
import { OPT_IN } from "../test/site.ts";
import { wire } from "../test/wire.ts";
import type { StageChange } from "./api/api.ts";

const ALL = { analytics: true, personalization: true, marketing: true };
const fault = new TypeError("broken");
const fail = () => {
  throw fault;
};
const world = { sweep: () => {}, unhandled: vi.fn() };
const said = () => vi.mocked(console.error).mock.calls;

beforeEach(() => {
  sweepCookies();
  world.sweep = collectListeners();
  world.unhandled.mockReset();
  process.on("unhandledRejection", world.unhandled);
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(async () => {
  await settle();
  expect(world.unhandled).not.toHaveBeenCalled();
  process.off("unhandledRejection", world.unhandled);
  world.sweep();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a chunk that does not come", () => {
  test.each(["banner", "engine"] as const)(
    "%s: is noted quietly, and asked for again when it is needed again",
    async (name) => {
      const wired = wire({ late: true });
      if (name === "engine") wired.ghostlight.consent.set(ALL);
      await wired[name].fail(fault);
      const debug = vi.spyOn(console, "info").mockImplementation(() => {});
      expect(said()).toEqual([]);
      const asked = wired[name].asked;
      if (name === "engine") wired.ghostlight.consent.set({ analytics: true });
      else wired.ghostlight.consent.open();
      expect(wired[name].asked).toBe(asked + 1);
      await wired[name].arrive();
      expect(name === "engine" ? wired.engines : wired.dialogs).toHaveLength(1);
      debug.mockRestore();
    },
  );

  test("without its dialog there is no consent", async () => {
    const { ghostlight, banner, engine } = wire({ late: true });
    await banner.fail(fault);
    ghostlight.track("Product Viewed");
    expect(ghostlight.consent.get()).toEqual({ chosen: false, purposes: [], ...OPT_IN });
    expect(engine.asked).toBe(0);
  });
});

describe("a listener of the page that throws", () => {
  test("harms no other listener, no choice and no engine", async () => {
    const { ghostlight, engine, dialogs } = wire();
    const heard = vi.fn();
    ghostlight.on("consent", fail);
    ghostlight.on("consent", heard);
    ghostlight.on("stage", async () => fail());
    ghostlight.consent.set(ALL);
    await settle();
    expect(heard).toHaveBeenLastCalledWith({
      chosen: true,
      purposes: ["analytics", "personalization", "marketing"],
      ...OPT_IN,
    });
    expect([engine.asked, dialogs.length]).toEqual([1, 0]);
    expect(said()).toEqual(Array(2).fill(["ghostlight: listener", fault]));
  });

  test("in a pushed function is said to be the page's", () => {
    const { ghostlight } = wire();
    const after = vi.fn();
    ghostlight.push(fail, after);
    expect(after).toHaveBeenCalledWith(ghostlight);
    expect(said()).toEqual([["ghostlight: listener", fault]]);
  });
});

describe("listening", () => {
  const standing = (stage: string): Standing => ({ stage, segments: ["seen"], audiences: [], flip: 0, ghost: true });

  test("to consent begins with what holds now", () => {
    const { ghostlight } = wire();
    const heard = vi.fn();
    ghostlight.push(["on", "consent", heard]);
    expect(heard.mock.calls).toEqual([[{ chosen: false, purposes: [], ...OPT_IN }]]);
  });

  test("to stages and segments begins with the latest, and tells what the engine tells", async () => {
    const { ghostlight, engines } = wire();
    const heard = vi.fn();
    const fans = { at: 5, kind: "segment", id: "fans", entered: true, cause: "event" } as const;
    ghostlight.on("stage", heard);
    ghostlight.consent.set(ALL);
    await settle();
    const { stand, emit } = engines[0]?.host ?? {};
    const changes: StageChange[] = [
      { stage: "new", previous: undefined },
      { stage: "lead", previous: "new" },
    ];
    stand?.(standing("new"));
    for (const one of changes) emit?.("stage", one);
    stand?.(standing("lead"));
    emit?.("segment", fans);
    expect([ghostlight.stage(), ghostlight.segments()]).toEqual(["lead", ["seen"]]);
    expect(heard.mock.calls).toEqual(changes.map((one) => [one]));
    const late = vi.fn();
    ghostlight.on("segment", late);
    expect(late.mock.calls).toEqual([[fans]]);
    stand?.(undefined);
    expect([ghostlight.stage(), ghostlight.segments()]).toEqual([undefined, []]);
  });

  test("and choosing from within leaves everybody with the last choice", async () => {
    const { ghostlight, dialogs } = wire();
    const heard = vi.fn();
    ghostlight.on("consent", ({ purposes }) => purposes.includes("marketing") && ghostlight.consent.set({}));
    ghostlight.on("consent", heard);
    ghostlight.consent.set(ALL);
    await settle();
    expect(heard).toHaveBeenLastCalledWith({ chosen: true, purposes: [], ...OPT_IN });
    expect(dialogs).toEqual([]);
  });
});

describe("calls that cannot be", () => {
  test.each([
    ["a function for a property", (gl: Wired) => gl.track("A", { run: () => 1 } as never)],
    ["properties that are no JSON", (gl: Wired) => gl.track("A", { big: 5n })],
  ])("%s: said, and not taken", async (_, run) => {
    const { ghostlight, engines } = wire({ beforeChoice: "drop" });
    ghostlight.consent.set(ALL);
    run(ghostlight);
    await settle();
    expect(engines[0]?.taken).toEqual([]);
    expect(said()).toEqual([["ghostlight: bad-event", ["track", expect.anything(), expect.any(TypeError)]]]);
  });

  test("answers that are none change nothing and throw nothing", () => {
    const { ghostlight } = wire();
    for (const answers of [undefined, null]) ghostlight.consent.set(answers as never);
    ghostlight.push(["consent.set"]);
    expect(ghostlight.consent.get().chosen).toBe(false);
    expect(said()).toHaveLength(3);
  });

  test("travelling nowhere keeps the choice", () => {
    const { ghostlight } = wire();
    ghostlight.consent.set(ALL);
    ghostlight.push(["travel"]);
    expect(ghostlight.consent.get().purposes).toHaveLength(3);
  });

  test("give nothing back that a framework could take for something else", () => {
    const { ghostlight } = wire();
    expect([ghostlight.consent.open(), ghostlight.debug()]).toEqual([undefined, undefined]);
  });
});

describe("a page where", () => {
  const denied = () => {
    throw new DOMException("denied", "SecurityError");
  };

  test("cookies and storage are denied asks, and keeps to the answer for its own time", async () => {
    replaceCookies({ get: denied, set: denied });
    vi.stubGlobal("indexedDB", undefined);
    const { ghostlight, dialogs, engine } = wire();
    await settle();
    dialogs[0]?.answer(true);
    ghostlight.track("Product Viewed");
    await settle();
    expect(ghostlight.consent.get().purposes).toHaveLength(3);
    expect(engine.asked).toBe(1);
    dialogs[0]?.answer(false);
    ghostlight.consent.set({});
    expect(ghostlight.consent.get()).toEqual({ chosen: true, purposes: [], ...OPT_IN });
    expect(said()).toEqual([]);
    replaceCookies(undefined);
  });

  test("the prototypes were extended works all the same", async () => {
    const extras = { toJSON: () => "hostile", extra: () => 1 };
    Object.assign(Array.prototype, extras);
    const { ghostlight, engines } = wire();
    ghostlight.consent.set(ALL);
    ghostlight.consent.set({ analytics: true });
    await settle();
    for (const name of Object.keys(extras)) Reflect.deleteProperty(Array.prototype, name);
    expect(ghostlight.consent.get()).toEqual({ chosen: true, purposes: ["analytics"], ...OPT_IN });
    expect(engines[0]?.taken).toHaveLength(1);
  });
});

type Wired = ReturnType<typeof wire>["ghostlight"];
