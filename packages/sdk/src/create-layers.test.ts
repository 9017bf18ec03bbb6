import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { collectListeners, notice, settle, sweepCookies } from "../test/page.ts";
import { leaveSomething, type Wired, wire } from "../test/wire.ts";
import type { ConsentSource } from "./adapters/source.ts";
import { allow } from "./consent/answers.ts";

const ALL = { analytics: true, personalization: true, marketing: true };
const world = { sweep: () => {} };
const purposes = ({ ghostlight }: Wired) => ghostlight.consent.get().purposes;

function mark(tag: string, attributes: Record<string, string>): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

beforeEach(() => {
  sweepCookies();
  world.sweep = collectListeners();
  document.body.replaceChildren();
  vi.stubGlobal("indexedDB", new IDBFactory());
});
afterEach(() => {
  world.sweep();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("the preference center", () => {
  test("opens from any marked element, in place of the dialog", async () => {
    const wired = wire();
    await settle();
    mark("button", { "data-ghostlight": "preferences" }).click();
    await settle();
    expect([wired.centers.length, wired.dialogs.length]).toEqual([1, 0]);
  });

  test("opens from the dialog; closed without an answer, the question is asked again", async () => {
    const { dialogs, centers } = wire();
    await settle();
    dialogs[0]?.choose();
    await settle();
    expect([centers.length, dialogs.length]).toEqual([1, 0]);
    centers[0]?.close();
    await settle();
    expect([centers.length, dialogs.length]).toEqual([0, 1]);
  });

  test("saves each purpose as it was set, and is closed then", async () => {
    const wired = wire();
    wired.ghostlight.preferences.open();
    await settle();
    wired.centers[0]?.save({ analytics: true, personalization: false, marketing: true }, {});
    await settle();
    expect(purposes(wired)).toEqual(["analytics", "marketing"]);
    expect([wired.centers.length, wired.dialogs.length]).toEqual([0, 0]);
  });

  test("shows what is known, and exports all that is kept", async () => {
    const { ghostlight, centers, engines } = wire();
    ghostlight.consent.set(ALL);
    await settle();
    engines[0]?.host.stand({
      stage: "lead",
      segments: ["fans"],
      audiences: [],
      flip: Number.POSITIVE_INFINITY,
      ghost: true,
    });
    ghostlight.preferences.open();
    await settle();
    const words = { names: { stage_lead: "looking around" }, interests: [], reasons: {} };
    const known = { stage: "lead", segments: ["fans"], ...words, data: { ghost: "here" } };
    expect(await centers[0]?.profile.export()).toEqual(known);
    expect(await ghostlight.profile.export()).toEqual(known);
  });

  test("says so where nothing is kept", async () => {
    expect(await wire().ghostlight.profile.export()).toEqual({
      segments: [],
      names: {},
      interests: [],
      reasons: {},
      data: undefined,
    });
  });

  test("erases all of it but the choice", async () => {
    const wired = wire();
    await leaveSomething();
    await wired.ghostlight.preferences.set({ channels: { sms: true }, topics: [] });
    expect((await wired.ghostlight.preferences.get())?.channels).toEqual({ sms: "intent" });
    wired.ghostlight.consent.set({ marketing: true });
    await wired.ghostlight.profile.erase();
    await settle();
    expect(await indexedDB.databases()).toEqual([]);
    expect(purposes(wired)).toEqual(["marketing"]);
  });

  test("learns from the page that there is an address, and that its owner confirmed it", async () => {
    const { preferences, push } = wire().ghostlight;
    const email = async () => (await preferences.get())?.channels.email;
    await preferences.set({ channels: { email: true }, topics: [] });
    await preferences.address("email");
    expect([await email(), (await preferences.get())?.reachable]).toEqual(["pending", []]);
    push(["preferences.confirm", "email"]);
    await settle();
    await vi.waitFor(async () => expect((await preferences.get())?.reachable).toEqual(["email"]));
    await preferences.address("email", false);
    expect(await email()).toBe("intent");
  });

  test("erases through the engine where there is one", async () => {
    const { ghostlight, engines } = wire();
    ghostlight.consent.set(ALL);
    await settle();
    await ghostlight.profile.erase();
    expect(engines[0]?.erase).toHaveBeenCalledOnce();
  });

  test("that does not come leaves the page, and preferences are unknown", async () => {
    const { ghostlight, center, centers } = wire({ late: true });
    const wanted = ghostlight.preferences.get();
    ghostlight.preferences.open();
    await center.fail(new Error("blocked"));
    expect(await wanted).toBeUndefined();
    expect(centers).toEqual([]);
  });
});

describe("the × of the dialog", () => {
  test("refuses where a yes is needed", async () => {
    const wired = wire();
    await settle();
    wired.dialogs[0]?.close();
    expect(wired.ghostlight.consent.get()).toMatchObject({ chosen: true, purposes: [] });
  });

  test.each(["opt-out", "notice"] as const)(
    "leaves things as they are under %s, and is not asked again",
    async (regime) => {
      const wired = wire({ regime });
      await settle();
      expect(purposes(wired)).toHaveLength(3);
      wired.dialogs[0]?.close();
      await settle();
      expect(wired.ghostlight.consent.get()).toMatchObject({ chosen: true, purposes: Object.keys(ALL) });
      const again = wire({ regime });
      await settle();
      expect(again.dialogs).toEqual([]);
    },
  );
});

describe("Global Privacy Control", () => {
  beforeEach(
    () =>
      void vi.stubGlobal(
        "navigator",
        Object.create(navigator, { globalPrivacyControl: { value: true }, vendor: { value: "" } }),
      ),
  );

  test("denies what is marked as sale, without a question about it, and the dialog says so", async () => {
    const wired = wire({ regime: "opt-out" });
    await settle();
    expect(purposes(wired)).toEqual(["analytics", "personalization"]);
    expect(wired.dialogs).toMatchObject([{ gpc: true }]);
    wired.dialogs[0]?.answer(true);
    expect(purposes(wired)).toEqual(["analytics", "personalization"]);
  });

  test("gives way to a later explicit choice", async () => {
    const wired = wire();
    wired.ghostlight.preferences.open();
    await settle();
    wired.centers[0]?.save(ALL, {});
    expect(purposes(wired)).toEqual(Object.keys(ALL));
  });

  test("where nothing else is asked, shows no dialog", async () => {
    const { dialogs } = wire({ purposes: ["marketing"] });
    await settle();
    expect(dialogs).toEqual([]);
  });
});

describe("marked elements", () => {
  test("run once their purpose is granted; what stays blocked and would be seen gets a placeholder", async () => {
    const pixel = mark("script", { type: "text/plain", "data-purpose": "marketing" }) as HTMLScriptElement;
    const video = mark("iframe", { "data-src": "about:blank", "data-service": "tube" });
    const wired = wire({ services: { tube: "functional" }, purposes: ["functional", "marketing"] });
    await settle();
    expect(pixel.type).toBe("text/plain");
    expect(wired.embeds.map(({ elements }) => elements)).toEqual([[video]]);
    wired.ghostlight.consent.set({ marketing: true });
    expect(pixel.type).not.toBe("text/plain");
    expect(video.getAttribute("src")).toBeNull();
  });

  test.each([
    [true, { purposes: [], services: ["tube"] }, null],
    [false, { purposes: ["functional"], services: ["tube", "map"] }, "about:blank"],
  ])("«always» on a placeholder answers for its service alone: %s", async (alone, granted, mapAddress) => {
    const video = mark("iframe", { "data-src": "about:blank", "data-service": "tube" });
    const map = mark("iframe", { "data-src": "about:blank", "data-service": "map" });
    const services = { tube: "functional", map: "functional" };
    const wired = wire({ services, ...(!alone && { purposesOnly: true }), purposes: ["functional", "marketing"] });
    await settle();
    const consent = wired.embeds[0]?.host.consent;
    if (consent) allow(consent, alone ? granted : { ...granted, services: [] });
    await settle();
    expect(wired.ghostlight.consent.get()).toMatchObject({ chosen: false, ...granted });
    expect([video.getAttribute("src"), map.getAttribute("src")]).toEqual(["about:blank", mapAddress]);
    expect(wired.dialogs).toHaveLength(1);
  });
});

describe("a consent tool that the site keeps", () => {
  const tool = () => {
    const state: { answers?: Record<string, boolean>; changed?: () => void; opened: number } = { opened: 0 };
    const source: ConsentSource = {
      get: () => state.answers,
      on: (changed) => void Object.assign(state, { changed }),
      open: () => void state.opened++,
    };
    return { state, source };
  };

  test("asks in our place; its choice counts, and each change of it", async () => {
    const { state, source } = tool();
    const { ghostlight, dialogs, engines } = wire({ source });
    await settle();
    expect(dialogs).toEqual([]);
    state.answers = { analytics: true };
    state.changed?.();
    await settle();
    expect(ghostlight.consent.get()).toMatchObject({ chosen: true, purposes: ["analytics"] });
    expect(engines).toHaveLength(1);
    state.answers = { analytics: false };
    state.changed?.();
    expect(ghostlight.consent.get().purposes).toEqual([]);
    expect(document.cookie).toBe("");
  });

  test("opens from our openers", async () => {
    const { state, source } = tool();
    const { centers } = wire({ source });
    mark("button", { "data-ghostlight": "preferences" }).click();
    await settle();
    expect([state.opened, centers.length]).toEqual([1, 0]);
  });
});

describe("the cookie declaration", () => {
  test("is written where a page asks for it, also when it asks later, and asked for once", async () => {
    const { declared, center } = wire();
    await settle();
    expect(center.asked).toBe(0);
    mark("div", { "data-ghostlight": "cookies" });
    await notice();
    mark("div", { "data-ghostlight": "cookies" });
    await notice();
    expect(declared).toEqual([true]);
  });
});

describe("blocking", () => {
  test("is not loaded where nothing is marked, and comes with the first element that is", async () => {
    const { gate, ghostlight } = wire({ services: {}, purposes: ["marketing"] });
    ghostlight.consent.set({ marketing: true });
    mark("p", {});
    await notice();
    expect(gate.asked).toBe(0);
    const pixel = mark("script", { type: "text/plain", "data-purpose": "marketing" }) as HTMLScriptElement;
    await notice();
    expect(gate.asked).toBe(1);
    expect(pixel.type).not.toBe("text/plain");
  });
});
