import { describe, expect, test } from "vitest";
import { issuesWith } from "../../test/site.ts";

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
