import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { askedPurposes, describePurposes, knownPurposes, localText } from "./purposes.ts";
import { TEXTS } from "./texts.ts";

const chat = { name: { en: "Chat", it: "Assistenza" }, text: { en: "We talk.", it: "Parliamo." } };
const service = (name: string, purpose: string) => ({ name, purpose });

describe("the purposes that are asked", () => {
  test.each<[about: string, patch: Record<string, unknown>, asked: string[]]>([
    ["are what Ghostlight itself does", {}, ["analytics", "personalization"]],
    ["are none where all are off", { purposes: { analytics: false, personalization: false } }, []],
    [
      "are those that services serve",
      { services: { ads: service("Ads", "marketing"), map: service("Map", "functional") } },
      ["functional", "analytics", "personalization", "marketing"],
    ],
    ["are those that the file names", { purposes: { functional: {} } }, ["functional", "analytics", "personalization"]],
    [
      "leave out what is necessary",
      { services: { pay: service("Pay", "necessary") } },
      ["analytics", "personalization"],
    ],
    ["leave out what is off", { purposes: { marketing: false, analytics: false } }, ["personalization"]],
    [
      "come in a fixed order, the site's own last as in the file",
      { purposes: { zoo: chat, marketing: {}, chat, functional: {} } },
      ["functional", "analytics", "personalization", "marketing", "zoo", "chat"],
    ],
    [
      "are asked once each",
      { purposes: { marketing: {} }, services: { a: service("A", "marketing"), b: service("B", "marketing") } },
      ["analytics", "personalization", "marketing"],
    ],
  ])("%s", (_, patch, asked) => {
    expect(askedPurposes(siteWith(patch))).toEqual(asked);
  });
});

test("a service may name the standard purposes and the site's own, also those that are off", () => {
  const standard = ["necessary", "functional", "analytics", "personalization", "marketing"];
  expect(knownPurposes(siteWith())).toEqual(standard);
  expect(knownPurposes(siteWith({ purposes: { chat, marketing: false } }))).toEqual([...standard, "chat"]);
});

describe("purposes in words", () => {
  test("are the language's, with the names of the services in the order of the file", () => {
    const services = {
      one: service("Matomo", "analytics"),
      two: service("Pay", "necessary"),
      three: service("Clarity", "analytics"),
    };
    expect(describePurposes(siteWith({ languages: ["en", "it"], services }), "it")).toEqual([
      { id: "analytics", ...TEXTS.it?.purposes.analytics, services: ["Matomo", "Clarity"] },
      { id: "personalization", ...TEXTS.it?.purposes.personalization, services: [] },
    ]);
  });

  test("are the site's where it has its own", () => {
    const site = siteWith({ languages: ["en", "it"], purposes: { analytics: { name: "Numbers" }, chat } });
    expect(describePurposes(site, "it")).toEqual([
      { id: "analytics", name: "Numbers", text: TEXTS.it?.purposes.analytics?.text, services: [] },
      { id: "personalization", ...TEXTS.it?.purposes.personalization, services: [] },
      { id: "chat", name: "Assistenza", text: "Parliamo.", services: [] },
    ]);
  });

  test("fall back on the id where nobody has any", () => {
    const site = { ...siteWith(), purposes: { chat: {}, analytics: false, personalization: false } as const };
    expect(describePurposes(site, "en")).toEqual([{ id: "chat", name: "chat", text: "", services: [] }]);
  });
});

describe("a text in one language", () => {
  const site = siteWith({ languages: ["it", "en"] });
  test.each<[text: Record<string, string> | string | undefined, language: string, said: string | undefined]>([
    [undefined, "en", undefined],
    ["all", "en", "all"],
    ["", "en", ""],
    [{ en: "hello", it: "ciao" }, "en", "hello"],
    [{ en: "", it: "ciao" }, "en", ""],
    [{ it: "ciao", fr: "salut" }, "en", "ciao"],
    [{ fr: "salut", de: "hallo" }, "en", "salut"],
  ])("%j in %s is %j", (text, language, said) => {
    expect(localText(text, language, site)).toBe(said);
  });

  test("is the first there is for a site without languages", () => {
    expect(localText({ fr: "salut" }, "en", { ...site, languages: [] })).toBe("salut");
  });
});
