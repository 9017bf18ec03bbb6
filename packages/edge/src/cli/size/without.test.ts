/** What is left out of a site file takes along what reads it, and leaves a site. */
import { checkSite } from "@ghostlight/rules/site";
import fc from "fast-check";
import { expect, test } from "vitest";
import { site } from "../../../test/fixture.ts";
import { placesOf, without } from "./without.ts";

const FILE = {
  services: { maps: { name: "Maps", purpose: "chat" }, "meta-pixel": true },
  purposes: { chat: { name: "Chat", text: "Chat." }, functional: {} },
  signals: { meta: true },
  channels: ["email", "sms"],
  topics: { news: { name: "News" } },
  segments: {
    fan: { if: { event: "A", count: { $gte: 2 } } },
    loyal: { if: { segment: "fan" } },
    other: { if: { event: "B", count: { $gte: 2 } } },
  },
  experiences: {
    hello: { slot: "top", if: { segment: "loyal" }, show: { text: "Hi" } },
    bye: { slot: "top", if: { segment: "other" }, show: { text: "Bye" } },
  },
  texts: { it: { title: "Ciao" }, en: { title: "Hi" } },
};
const full = site(FILE);

test("names each key of the file and each entry of those that hold several", () => {
  const places = placesOf(full);
  expect(places).toEqual(
    expect.arrayContaining(["services", "services.maps", "channels", "channels.sms", "segments.fan", "texts.it"]),
  );
  // One alone is all of them.
  expect(places.filter((path) => /^(topics|signals)/.test(path))).toEqual(["signals.meta", "topics.news"]);
  expect(places.filter((path) => /^(site|origins|languages)/.test(path))).toEqual([]);
});

test.each([
  ["services.meta-pixel", []],
  ["purposes.chat", ["services.maps"]],
  ["segments.fan", ["segments.loyal", "experiences.hello"]],
  ["segments", ["experiences.hello", "experiences.bye"]],
  ["experiences", []],
  ["channels.email", []],
])("without %s go %j", (path, along) => {
  const lean = without(full, path);
  expect(lean?.along).toEqual(along);
  const places = lean ? placesOf(lean.site) : [];
  expect([path, ...along].filter((one) => places.includes(one) && one.includes("."))).toEqual([]);
});

test.each([["revision"], ["grantDays"], ["policy"], ["stages.new"], ["nothing.here"]])(
  "what the file says nothing of, such as %s, makes no difference",
  (path) => {
    expect(without(full, path)).toBeUndefined();
  },
);

test("whatever is left out of whatever is left, a right site is left", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...placesOf(full)]), (paths) => {
      const lean = paths.reduce((left, path) => without(left, path)?.site ?? left, full);
      expect(checkSite(lean).ok).toBe(true);
    }),
    { numRuns: 30 },
  );
});
