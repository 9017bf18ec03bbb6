import { describe, expect, test } from "vitest";
import { siteWith } from "../../test/site.ts";
import { localText } from "./local-text.ts";

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
    [{ it: "ciao", en: "hello" }, "en-GB", "hello"],
    [{ it: "ciao", en: "hello", "en-GB": "hiya" }, "en-GB", "hiya"],
  ])("%j in %s is %j", (text, language, said) => {
    expect(localText(text, language, site)).toBe(said);
  });

  test("is the first there is for a site without languages", () => {
    expect(localText({ fr: "salut" }, "en", { ...site, languages: [] })).toBe("salut");
  });
});
