import { describe, expect, test } from "vitest";
import { issuesWith } from "../../test/site.ts";
import { knownKeys } from "./known-keys.ts";
import { siteFile } from "./schema.ts";

const clause = (inside: unknown) => ({ segments: { s: { if: inside } } });
const experience = { slot: "top", if: { stage: "lead" }, show: { text: "x" } };

describe("an unknown name is refused, with the known one that is near", () => {
  test.each<[path: string, patch: Record<string, unknown>, near: string]>([
    ["langauges", { langauges: ["en"] }, "languages"],
    ["Site", { Site: "x" }, "site"],
    ["purposes.chat.nmae", { purposes: { chat: { nmae: "x" } } }, "name"],
    ["services.a.porpose", { services: { a: { name: "A", purpose: "functional", porpose: 1 } } }, "purpose"],
    ["stages.lead.iff", { stages: { lead: { if: { event: "A" }, iff: 1 } } }, "if"],
    ["lifecycle.hero.order", { lifecycle: { hero: { order: 3 } } }, "orders"],
    ["valueSizes.bigg", { valueSizes: { bigg: 3 } }, "big"],
    ["facts.f.lates", { facts: { f: { event: "A", lates: "x" } } }, "latest"],
    ["affinities.a.wieghts", { affinities: { a: { wieghts: {} } } }, "weights"],
    ["segments.s.if.sum.total.$gtr", clause({ event: "A", sum: { total: { $gtr: 3 } } }), "$gt"],
    ["segments.s.if.within.day", clause({ event: "A", within: { days: 3, day: 2 } }), "days"],
    ["segments.s.if.silent.$gta", clause({ silent: { $gta: "3d" } }), "$gt"],
    ["segments.s.iff", { segments: { s: { if: { event: "A" }, iff: 1 } } }, "if"],
    ["segments.s.if.wihtin", clause({ event: "A", wihtin: "3d" }), "within"],
    ["segments.s.if.count.$gt3", clause({ event: "A", count: { $gt3: 3 } }), "$gt"],
    ["segments.s.if.last.$let", clause({ event: "A", last: { $let: "3d" } }), "$lt"],
    ["segments.s.if.without.wher", clause({ event: "A", without: { event: "B", within: "3d", wher: {} } }), "where"],
    ["segments.s.if.all.1.conut", clause({ all: [{ event: "A" }, { event: "A", conut: 1 }] }), "count"],
    ["segments.s.if.any.0.not.evvent", clause({ any: [{ not: { event: "A", evvent: 1 } }] }), "event"],
    ["experiences.e.slots", { experiences: { e: { ...experience, slots: [] } } }, "slot"],
    [
      "experiences.e.show.tmplate",
      { experiences: { e: { ...experience, show: { text: "x", tmplate: 1 } } } },
      "template",
    ],
    ["services.a.cookis", { services: { a: { name: "A", purpose: "functional", cookis: [] } } }, "cookies"],
    [
      "services.a.cookies.0.live",
      { services: { a: { name: "A", purpose: "functional", cookies: [{ name: "a", live: "2y" }] } } },
      "life",
    ],
    ["purposes.marketing.sales", { purposes: { marketing: { sales: true } } }, "sale"],
    ["banner.layuot", { banner: { layuot: "box" } }, "layout"],
    ["theme.acent", { theme: { acent: "#000000" } }, "accent"],
    ["texts.en.center.sav", { texts: { en: { center: { sav: "Save" } } } }, "save"],
    ["texts.en.embeds.onec", { texts: { en: { embeds: { onec: "Once" } } } }, "once"],
    ["texts.en.notice.tilte", { texts: { en: { notice: { tilte: "Hi" } } } }, "title"],
    ["texts.en.acept", { texts: { en: { acept: "Yes" } } }, "accept"],
  ])("%s", (path, patch, near) => {
    const key = path.split(".").at(-1);
    expect(issuesWith(patch)).toContainEqual({
      path,
      value: expect.anything(),
      message: `"${key}" is not known here`,
      mend: `did you mean "${near}"?`,
    });
  });

  test("or with all that are known, where none is near", () => {
    const [issue] = issuesWith({ segments: { s: { if: { segment: "s", colour: "red" } } } });
    expect(issue?.mend).toBe('known here: "segment"');
    expect(issuesWith({ toString: 1 })[0]).toMatchObject({
      path: "toString",
      mend: expect.stringMatching(/^known here/),
    });
  });
});

describe("the keys known at a place", () => {
  const file = {
    segments: { s: { if: { all: [{ event: "A", count: {} }, { not: { stage: "lead" } }] } } },
    purposes: { chat: {}, ads: false },
  };
  test.each<[path: string[], keys: string[]]>([
    [["stages"], []],
    [
      ["stages", "lead"],
      ["if", "stay", "before", "text"],
    ],
    [["segments"], []],
    [
      ["segments", "s"],
      ["if", "stay", "text"],
    ],
    [["segments", "s", "if"], ["all"]],
    [["segments", "s", "if", "all"], []],
    [
      ["segments", "s", "if", "all", "0"],
      [
        "event",
        "where",
        "count",
        "sum",
        "distinct",
        "first",
        "last",
        "within",
        "between",
        "session",
        "then",
        "without",
      ],
    ],
    [
      ["segments", "s", "if", "all", "0", "count"],
      ["$eq", "$ne", "$gt", "$gte", "$lt", "$lte"],
    ],
    [["segments", "s", "if", "all", "1", "not"], ["stage"]],
    [
      ["services", "any"],
      ["name", "purpose", "text", "provider", "privacy", "hosts", "cookies", "storage"],
    ],
    [
      ["purposes", "chat"],
      ["name", "text", "sale"],
    ],
    [
      ["services", "any", "cookies", "0"],
      ["name", "life", "elsewhere"],
    ],
    [["banner"], ["layout", "ahead"]],
    [["theme"], ["accent", "onAccent", "surface", "ink", "dark", "scheme", "radius", "font"]],
    [["topics", "news"], ["name"]],
    [["channels"], []],
    [
      ["experiences", "any", "show"],
      ["template", "text"],
    ],
    [["origins"], []],
    [["nowhere"], []],
    [["nowhere", "at", "all"], []],
    [["site", "inside"], []],
  ])("%j", (path, keys) => {
    expect(knownKeys(siteFile, file, path)).toEqual(keys);
  });

  test("of the file itself are all that a site file may have", () => {
    expect(knownKeys(siteFile, {}, [])).toContain("experiences");
    expect(knownKeys(siteFile, null, ["segments", "s"])).toEqual(["if", "stay", "text"]);
  });
});
