import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { issuesWith, SMALLEST } from "../../test/site.ts";

describe("a list where an object belongs is refused", () => {
  const list: unknown[] = [];
  test.each<[path: string, patch: Record<string, unknown>]>([
    ["purposes", { purposes: list }],
    ["purposes.analytics", { purposes: { analytics: list } }],
    ["services", { services: list }],
    ["services.a", { services: { a: list } }],
    ["stages", { stages: list }],
    ["stages.lead", { stages: { lead: list } }],
    ["segments", { segments: list }],
    ["segments.a", { segments: { a: list } }],
    ["segments.a.if", { segments: { a: { if: list } } }],
    ["segments.a.if.where", { segments: { a: { if: { event: "A", where: list } } } }],
    ["segments.a.if.count", { segments: { a: { if: { event: "A", count: list } } } }],
    ["segments.a.if.without", { segments: { a: { if: { event: "A", without: list } } } }],
    ["experiences", { experiences: list }],
    ["experiences.a", { experiences: { a: list } }],
    ["experiences.a.show", { experiences: { a: { slot: "top", if: { stage: "lead" }, show: list } } }],
    ["texts", { texts: list }],
    ["texts.en", { texts: { en: list } }],
    ["texts.en.center", { texts: { en: { center: list } } }],
    ["texts.en.notice", { texts: { en: { notice: list } } }],
    ["regimes", { regimes: list }],
    ["signals", { signals: list }],
    ["banner", { banner: list }],
    ["theme", { theme: list }],
    ["topics", { topics: list }],
    ["topics.news", { topics: { news: list } }],
    ["services.a.cookies.0", { services: { a: { name: "A", purpose: "functional", cookies: [list] } } }],
  ])("at %s", (path, patch) => {
    const [issue, ...others] = issuesWith(patch);
    expect(issue).toMatchObject({ path, value: list, message: expect.stringMatching(/^this (is not|shows)/) });
    expect(others).toEqual([]);
  });
});

describe("every key that is not known is named, in the file's order", () => {
  const clause = { event: "A" };
  const E = { slot: "top", if: { stage: "lead" }, show: { text: "x" } };
  test.each<[patch: Record<string, unknown>, faults: [path: string, mend: string | RegExp][]]>([
    [
      { popups: {}, surveys: [], languges: ["en"] },
      [
        ["popups", /^known here/],
        ["surveys", /^known here/],
        ["languges", 'did you mean "languages"?'],
      ],
    ],
    [
      { experiences: { e: { ...E, slots: "a", iff: {}, show: { txt: "x", text: "x", html: "y" } } } },
      [
        ["experiences.e.show.txt", 'did you mean "text"?'],
        ["experiences.e.show.html", 'known here: "template" or "text"'],
        ["experiences.e.slots", 'did you mean "slot"?'],
        ["experiences.e.iff", 'did you mean "if"?'],
      ],
    ],
    [
      { purposes: { analytics: { nam: "A", txt: "B" } } },
      [
        ["purposes.analytics.nam", 'did you mean "name"?'],
        ["purposes.analytics.txt", 'did you mean "text"?'],
      ],
    ],
    [
      { segments: { s: { if: { all: [{ ...clause, cuont: 1, wihtin: "1d" }] } } } },
      [
        ["segments.s.if.all.0.cuont", 'did you mean "count"?'],
        ["segments.s.if.all.0.wihtin", 'did you mean "within"?'],
      ],
    ],
    [
      { segments: { s: { if: { stage: "lead", a: 1, b: 2 } } } },
      [
        ["segments.s.if.a", 'known here: "stage"'],
        ["segments.s.if.b", 'known here: "stage"'],
      ],
    ],
  ])("%j", (patch, faults) => {
    expect(issuesWith(patch)).toEqual(
      faults.map(([path, mend]) => ({
        path,
        value: expect.anything(),
        message: `"${path.split(".").at(-1)}" is not known here`,
        mend: expect.stringMatching(mend),
      })),
    );
  });

  test("whatever they are, beside any that are known and right", () => {
    const known = Object.keys(SMALLEST);
    const key = fc.stringMatching(/^q[a-z]{3,9}$/).filter((name) => !known.includes(name));
    fc.assert(
      fc.property(fc.uniqueArray(key, { maxLength: 6 }), (keys) => {
        const issues = issuesWith(Object.fromEntries(keys.map((name) => [name, 1])));
        expect(issues.map(({ path }) => path)).toEqual(keys);
      }),
    );
  });
});
