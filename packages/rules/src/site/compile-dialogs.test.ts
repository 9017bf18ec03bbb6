import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import type { Regime } from "../contract.ts";
import { compileBanner, compileCenter, compileEmbeds } from "./compile-dialogs.ts";
import { CENTER_TEXTS } from "./texts/center.ts";
import { TEXTS } from "./texts/languages.ts";

type Patch = Record<string, unknown>;
const banner = (patch: Patch = {}, language = "en", regime: Regime = "opt-in") =>
  compileBanner(siteWith(patch), language, regime);
const center = (patch: Patch = {}, language = "en", regime: Regime = "opt-in", doubleOptIn = false) =>
  compileCenter(siteWith(patch), language, regime, doubleOptIn);
const embeds = (patch: Patch = {}, language = "en") => compileEmbeds(siteWith(patch), language);
const service = (name: string, purpose: string) => ({ name, purpose });

/** A language that does not ship, with all that it needs. */
const complete = { ...TEXTS.en?.texts, ...TEXTS.en?.regimes, center: CENTER_TEXTS.en, embeds: TEXTS.en?.embeds };

describe("the banner's part", () => {
  test("has the texts of the language, with the site's in their place", () => {
    const languages = ["en", "it", "en-GB"];
    const texts = { en: { title: "Mine", refuse: "" } };
    expect(banner({ languages, texts }).texts).toEqual({ ...TEXTS.en?.texts, title: "Mine", refuse: "" });
    expect(banner({ languages, texts }, "it").texts).toEqual(TEXTS.it?.texts);
    expect(banner({ languages, texts }, "en-GB")).toMatchObject({ language: "en-GB", texts: TEXTS.en?.texts });
  });

  test("has nothing of the site's other texts", () => {
    const texts = { en: { center: { save: "S" }, embeds: { once: "O" }, notice: { title: "N" }, "opt-out": {} } };
    expect(banner({ texts }).texts).toEqual(TEXTS.en?.texts);
  });

  test("skips a sentence that was given as undefined", () => {
    const site = { ...siteWith(), texts: { en: { title: undefined } } };
    expect(compileBanner(site, "en", "opt-in").texts.title).toBe(TEXTS.en?.texts.title);
  });

  test.each(["opt-out", "notice"] as const)("says under %s how things stand there", (regime) => {
    const { intro: _intro, ...theirs } = TEXTS.en?.regimes[regime] ?? { intro: "" };
    const shipped = { ...TEXTS.en?.texts, ...theirs };
    expect(banner({}, "en", regime)).toMatchObject({ regime, texts: shipped });
    const opening = { title: "Nothing is on", body: "Nothing is on", accept: "Fine" };
    expect(banner({ texts: { en: opening } }, "en", regime).texts).toEqual({ ...shipped, accept: "Fine" });
    const other = regime === "notice" ? "opt-out" : "notice";
    const texts = { en: { ...opening, [regime]: { title: "All is on" }, [other]: { body: "Not here" } } };
    expect(banner({ texts }, "en", regime).texts).toEqual({ ...shipped, accept: "Fine", title: "All is on" });
  });

  test("has the purposes that are asked, with the names of their services in the order of the file", () => {
    const services = {
      one: service("Matomo", "analytics"),
      two: service("Pay", "necessary"),
      three: service("Clarity", "analytics"),
      youtube: { purpose: "analytics" },
    };
    expect(banner({ languages: ["en", "it"], services }, "it").purposes).toEqual([
      { id: "analytics", ...TEXTS.it?.purposes.analytics, services: ["Matomo", "Clarity", "YouTube"] },
      { id: "personalization", ...TEXTS.it?.purposes.personalization, services: [] },
    ]);
  });

  test("has a layout, by itself a box", () => {
    expect(banner().layout).toBe("box");
    expect(banner({ banner: { layout: "bar" } }).layout).toBe("bar");
  });
});

describe("what all dialogs share", () => {
  test.each([
    ["en", "ltr"],
    ["it-CH", "ltr"],
    ["da", "ltr"],
    ["ar", "rtl"],
    ["ar-EG", "rtl"],
    ["fa", "rtl"],
    ["he", "rtl"],
    ["ur", "rtl"],
    ["ps", "rtl"],
    ["sd", "rtl"],
    ["ug", "rtl"],
    ["yi", "rtl"],
    ["dv", "rtl"],
    ["ckb", "rtl"],
  ])("in %s is written %s", (language, direction) => {
    const patch = { languages: [language], texts: { [language]: complete } };
    for (const compile of [banner, center, embeds]) {
      expect(compile(patch, language)).toMatchObject({ language, direction });
    }
  });

  test("is the theme, as custom properties", () => {
    const theme = { accent: "#000", onAccent: "#fff", radius: "4px", font: "Inter" };
    for (const compile of [banner, center, embeds]) {
      expect(compile().theme).toEqual({});
      expect(compile({ theme }).theme).toEqual({
        "--gl-accent": "#000",
        "--gl-on-accent": "#fff",
        "--gl-radius": "4px",
        "--gl-font": "Inter",
      });
    }
  });

  test("is the policy, only where there is one", () => {
    for (const compile of [banner, center]) {
      expect(compile()).not.toHaveProperty("policy");
      expect(compile({ policy: "/privacy" }).policy).toBe("/privacy");
      expect(compile({ languages: ["en", "it"], policy: { en: "/en", it: "/it" } }, "it").policy).toBe("/it");
    }
  });
});

/** What stages are called travels with the engine. */
const shippedIn = (language: "en" | "it") =>
  Object.fromEntries(Object.entries(CENTER_TEXTS[language]).filter(([name]) => !name.startsWith("stage_")));

describe("the center's part", () => {
  /** Of a site that asks for all that can be asked. */
  const asking = (patch: Patch = {}, language = "en", regime: Regime = "opt-in") =>
    center({ channels: ["email"], ...patch }, language, regime);

  test("has its own texts, with the site's in their place", () => {
    expect(asking()).toMatchObject({ regime: "opt-in", texts: shippedIn("en") });
    const texts = { en: { title: "Not here", center: { save: "Done" } } };
    const pauses = { pause1: "1 month", pause3: "3 months" };
    expect(asking({ texts }).texts).toEqual({ ...shippedIn("en"), ...pauses, save: "Done" });
    const italian = { ...shippedIn("it"), pause1: "1 mese", pause3: "3 mesi" };
    expect(asking({ languages: ["it-CH"] }, "it-CH").texts).toEqual(italian);
    const own = { ...complete, center: { ...CENTER_TEXTS.en, save: "Gem" } };
    expect(asking({ languages: ["da"], texts: { da: own } }, "da").texts.save).toBe("Gem");
  });

  test.each(["opt-out", "notice"] as const)("opens under %s with how things stand there", (regime) => {
    const pauses = { pause1: "1 month", pause3: "3 months" };
    const shipped = { ...shippedIn("en"), ...pauses, intro: TEXTS.en?.regimes[regime].intro };
    expect(asking({}, "en", regime)).toMatchObject({ regime, texts: shipped });
    expect(shipped.intro).not.toBe(CENTER_TEXTS.en.intro);
    const promise = { center: { intro: "Nothing is on", save: "Done" } };
    expect(asking({ texts: { en: promise } }, "en", regime).texts).toEqual({ ...shipped, save: "Done" });
    const texts = { en: { ...promise, [regime]: { intro: "All is on" } } };
    expect(asking({ texts }, "en", regime).texts.intro).toBe("All is on");
    expect(asking({ texts }).texts.intro).toBe("Nothing is on");
    expect(banner({ texts }, "en", regime).texts).not.toHaveProperty("intro");
  });

  test("without channels, is silent about how to be reached", () => {
    const { texts } = center();
    const silent = Object.keys(asking().texts).filter((name) => !(name in texts));
    expect(silent.sort()).toEqual(
      "all anyChannel channels channelsText confirmed frequency intent monthly noPush pause pause1 pause3 paused pending preferred resume topics weekly".split(
        " ",
      ),
    );
  });

  test("says whether an address waits for its confirmation, where there are addresses", () => {
    expect(center({}, "en", "opt-in", true).doubleOptIn).toBe(false);
    expect(center({ channels: ["email"] }, "en", "opt-in", true).doubleOptIn).toBe(true);
    expect(center({ channels: ["email"] }, "en", "opt-in", false).doubleOptIn).toBe(false);
  });

  test("tells of what is necessary first, and of Ghostlight like any other service", () => {
    const vimeo = { cookies: [{ name: "vuid", life: "2y" }] };
    const { purposes } = center({ grantDays: 30, services: { vimeo, pay: service("Pay", "necessary") } });
    expect(purposes.map(({ id, services }) => [id, services.map((one) => one.id)])).toEqual([
      ["necessary", ["ghostlight", "pay"]],
      ["functional", ["vimeo"]],
      ["analytics", ["ghostlight"]],
      ["personalization", ["ghostlight"]],
    ]);
    expect(purposes.map(({ services }) => services[0]?.traces)).toMatchObject([
      [{ kind: "cookie", name: "ghostlight*", life: "30 days" }],
      [{ kind: "cookie", name: "vuid", life: "2 years" }],
      [
        { kind: "indexedDB", name: "ghostlight-events", life: "until it is deleted" },
        { kind: "localStorage", name: "ghostlight", life: "a moment, while a page closes" },
      ],
      [
        { kind: "indexedDB", name: "ghostlight", life: "until it is deleted" },
        { kind: "localStorage", name: "ghostlight", life: "a moment, while a page closes" },
      ],
    ]);
    expect(purposes[0]).toMatchObject({ name: "Necessary", services: [{ provider: "this site", hosts: [] }, {}] });
  });

  test("tells that preferences are kept, where there are channels to prefer", () => {
    const names = (patch: Patch) => center(patch).purposes[0]?.services[0]?.traces.map(({ name }) => name);
    expect(names({})).toEqual(["ghostlight*"]);
    expect(names({ channels: ["sms"] })).toEqual(["ghostlight*", "ghostlight-preferences"]);
  });

  test("tells that what the next page shows first is kept, where it is, and anything is shown to some", () => {
    const experiences = { hello: { slot: "hello", if: { stage: "lead" }, show: { text: "Hello" } } };
    const kept = (patch: object) => {
      const { purposes } = center(patch as Patch);
      return purposes.find(({ id }) => id === "personalization")?.services[0]?.traces[2];
    };
    expect(kept({ experiences, snapshot: true })).toEqual({
      kind: "localStorage",
      name: "ghostlight-slots",
      life: "30 days",
    });
    expect([kept({ experiences }), kept({ snapshot: true })]).toEqual([undefined, undefined]);
  });

  test("has channels and topics in the order of the file, in the language", () => {
    const patch = {
      languages: ["en", "it"],
      channels: ["sms", "email"],
      topics: { sale: { name: "Sale" }, news: { name: { en: "News", it: "Novità" } } },
    };
    expect(center(patch, "it")).toMatchObject({
      channels: [
        { id: "sms", ...TEXTS.it?.channels.sms },
        { id: "email", ...TEXTS.it?.channels.email },
      ],
      topics: [
        { id: "sale", name: "Sale" },
        { id: "news", name: "Novità" },
      ],
    });
    expect(center()).toMatchObject({ channels: [], topics: [] });
  });
});

describe("the part for embeds", () => {
  test("names the purposes that are asked and their services", () => {
    const services = { youtube: true, map: service("Map", "functional"), pay: service("Pay", "necessary") };
    expect(embeds({ services, purposes: { analytics: { name: "Numbers" } } })).toEqual({
      language: "en",
      direction: "ltr",
      theme: {},
      texts: TEXTS.en?.embeds,
      purposes: { functional: "Comforts", analytics: "Numbers", personalization: "Personal content" },
      services: { youtube: "YouTube", map: "Map" },
    });
  });

  test("has the site's texts in their place", () => {
    const texts = { en: { embeds: { once: "Show me" } } };
    expect(embeds({ texts }).texts).toEqual({ ...TEXTS.en?.embeds, once: "Show me" });
  });
});
