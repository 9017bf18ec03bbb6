import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { askedPurposes, knownPurposes, soldPurposes, wordsOfPurpose } from "./purposes.ts";
import { TEXTS } from "./texts/languages.ts";

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
  const site = siteWith({ languages: ["en", "it"], purposes: { analytics: { name: "Numbers" }, chat } });
  test.each<[id: string, language: string, name: string | undefined, text: string | undefined]>([
    ["personalization", "it", TEXTS.it?.purposes.personalization?.name, TEXTS.it?.purposes.personalization?.text],
    ["necessary", "en-GB", "Necessary", TEXTS.en?.purposes.necessary?.text],
    ["analytics", "it", "Numbers", TEXTS.it?.purposes.analytics?.text],
    ["chat", "it", "Assistenza", "Parliamo."],
    ["zoo", "en", "zoo", ""],
  ])("%s in %s is %j", (id, language, name, text) => {
    expect(wordsOfPurpose(site, id, language)).toEqual({ name, text });
  });
});

describe("purposes for which data is sold", () => {
  test.each<[purposes: Record<string, unknown>, sold: string[]]>([
    [{}, []],
    [{ marketing: {} }, ["marketing"]],
    [{ marketing: { sale: false } }, []],
    [{ marketing: false }, []],
    [{ marketing: {}, chat: { ...chat, sale: true } }, ["marketing", "chat"]],
    [{ analytics: { sale: true }, functional: { sale: false } }, ["analytics"]],
  ])("of %j are %j", (purposes, sold) => {
    expect(soldPurposes(siteWith({ purposes }))).toEqual(sold);
  });
});
