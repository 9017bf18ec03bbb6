import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { CATALOGUE } from "../catalogue/catalogue.ts";
import type { Regime } from "../contract.ts";
import { checkSite } from "./check.ts";
import { compileSite } from "./compile.ts";
import { TEXTS } from "./texts/languages.ts";

const RELEASES = { en: "a1b2" };
const compile = (patch: Record<string, unknown> = {}, language = "en", regime: Regime = "opt-in") =>
  compileSite(siteWith(patch), language, RELEASES, regime);
const viewed = { event: "Product Viewed" };

describe("the entry's part", () => {
  test("has what an entry needs and nothing else", () => {
    expect(
      compile({
        revision: 2,
        beforeChoice: "drop",
        grantDays: 30,
        purposes: { marketing: {} },
        theme: { radius: "0" },
        channels: ["sms"],
        services: {
          pay: { name: "Pay", purpose: "necessary" },
          vimeo: true,
          ads: { name: "Ads", purpose: "marketing" },
        },
      }).entry,
    ).toEqual({
      site: "shop",
      revision: 2,
      purposes: ["functional", "analytics", "personalization", "marketing"],
      beforeChoice: "drop",
      grantDays: 30,
      regime: "opt-in",
      sale: ["marketing"],
      services: { pay: "necessary", vimeo: "functional", ads: "marketing" },
      signals: [],
      releases: RELEASES,
    });
  });

  test("has the domain only where there is one, and signals for the purposes that are asked", () => {
    expect(compile({ domain: "shop.example" }).entry.domain).toBe("shop.example");
    const { signals } = compile({ signals: { google: true } }).entry;
    expect(signals).toHaveLength(1);
    expect(JSON.stringify(signals)).toContain('"?":["analytics"');
    expect(JSON.stringify(signals)).not.toContain('"?":["marketing"');
  });

  test("follows the regime; unless told, that of a country that is not known", () => {
    expect((["opt-in", "opt-out", "notice"] as const).map((one) => compile({}, "en", one).entry.regime)).toEqual([
      "opt-in",
      "opt-out",
      "notice",
    ]);
    expect(compileSite(siteWith(), "en", RELEASES).entry.regime).toBe("opt-in");
    const site = siteWith({ regimes: { default: "notice" } });
    expect(compileSite(site, "en", RELEASES).entry.regime).toBe("notice");
  });
});

describe("what is cleared when a service is withdrawn", () => {
  const cookie = (name: string) => ({ kind: "cookie", name });
  const own = (purpose: string, ...cookies: string[]) => ({
    name: "S",
    purpose,
    cookies: cookies.map((name) => ({ name })),
  });

  test("are its cookies and its storage, each once", () => {
    const chat = { name: "C", purpose: "functional", storage: [{ kind: "indexedDB", name: "chat*", life: "2y" }] };
    const services = { a: own("analytics", "_a*", "x", "x"), b: own("analytics", "x", "y"), chat };
    expect(compile({ services }).clean).toEqual({
      traces: {
        a: [cookie("_a*"), cookie("x")],
        b: [cookie("x"), cookie("y")],
        chat: [{ kind: "indexedDB", name: "chat*" }],
      },
    });
  });

  test("is nothing that a necessary service keeps", () => {
    expect(compile({ services: { pay: own("necessary", "x"), a: own("analytics", "x", "y") } }).clean).toEqual({
      traces: { a: [cookie("y")] },
    });
  });

  test("is nothing on another domain: the same name here may be the site's own", () => {
    const video = { ...own("functional"), cookies: [{ name: "lang", elsewhere: true }, { name: "seen" }] };
    expect(compile({ services: { video } }).clean).toEqual({ traces: { video: [cookie("seen")] } });
    expect(compile({ services: { youtube: true, vimeo: true } }).clean).toEqual({ traces: {} });
  });

  test("is nothing of Ghostlight's", () => {
    expect(compile().clean).toEqual({ traces: {} });
  });
});

describe("the page receives only what it needs", () => {
  const file = {
    $schema: "https://schema.example/site.json",
    site: "shop",
    origins: ["https://origin.example"],
    languages: ["en", "it"],
    policy: { en: "/english-policy", it: "/italian-policy" },
    purposes: {
      marketing: { name: { en: "English marketing", it: "Italian marketing" } },
      analytics: false,
    },
    services: {
      own: { name: "Service Name", purpose: "marketing", text: { en: "English text", it: "Italian text" } },
      youtube: true,
    },
    channels: ["sms"],
    topics: { news: { name: { en: "English news", it: "Italian news" } } },
    experiences: {
      hello: { slot: "top", if: { stage: "new" }, show: { text: { en: "English hello", it: "Italian hello" } } },
    },
    texts: {
      en: { title: "English title", center: { save: "English save" }, embeds: { once: "English once" } },
      it: { title: "Italian title", center: { save: "Italian save" }, embeds: { once: "Italian once" } },
    },
  };
  const checked = checkSite(file);
  const sent = (language: string) => (checked.ok ? JSON.stringify(compileSite(checked.site, language, RELEASES)) : "");

  test("no origins, no schema, no purpose that is off", () => {
    for (const absent of ["origin.example", "schema.example", '"analytics"']) expect(sent("en")).not.toContain(absent);
    expect(sent("en")).toContain("Service Name");
  });

  test("of the catalogue only what the site uses", () => {
    for (const [id, { name }] of CATALOGUE) expect(sent("en").includes(`"${name}"`), id).toBe(id === "youtube");
  });

  // Marketing in three parts, the policy in two, and six texts more.
  test.each([
    ["en", "English", "Italian", "en", "it"],
    ["it", "Italian", "English", "it", "en"],
  ] as const)("one language only: %s", (language, own, other, ownTexts, otherTexts) => {
    expect(sent(language).match(new RegExp(own, "gi"))).toHaveLength(11);
    expect(sent(language)).not.toMatch(new RegExp(other, "i"));
    for (const read of [
      (texts: (typeof TEXTS)[string]) => texts.texts.body,
      (texts: (typeof TEXTS)[string]) => texts.purposes.functional?.text,
      (texts: (typeof TEXTS)[string]) => texts.channels.sms.text,
      (texts: (typeof TEXTS)[string]) => texts.own.personalization,
      (texts: (typeof TEXTS)[string]) => texts.embeds.title,
    ]) {
      const [mine, theirs] = [TEXTS[ownTexts], TEXTS[otherTexts]].map((texts) => texts && read(texts));
      expect(sent(language)).toContain(mine);
      expect(sent(language)).not.toContain(theirs);
    }
    const { text } = CATALOGUE.get("youtube") ?? {};
    expect(sent(language)).toContain(text?.[ownTexts]);
    expect(sent(language)).not.toContain(text?.[otherTexts]);
  });

  test("and it survives JSON, with nothing undefined in it", () => {
    const compiled = compile({ segments: { s: { if: viewed } }, texts: { en: {} }, services: { matomo: true } });
    expect(JSON.parse(JSON.stringify(compiled))).toStrictEqual(compiled);
  });

  test("and the file is left as it was", () => {
    const before = structuredClone(checked);
    sent("en");
    expect(checked).toEqual(before);
  });
});

test("what stages and segments are called comes with what explains, in the language of the page", () => {
  expect(compile({}, "it").why.names).toMatchObject({ stage_new: "una visita nuova" });
  expect(JSON.stringify(compile().engine)).not.toContain("stage_");
});

test("a developer's look is measured by the hosts of all services, each once", () => {
  const own = { name: "Own", purpose: "functional", hosts: ["maps.example", "tiles.example"] };
  const twin = { name: "Twin", purpose: "analytics", hosts: ["tiles.example"] };
  expect(compile({ services: { own, twin } }).debug).toEqual({ hosts: ["maps.example", "tiles.example"] });
});
