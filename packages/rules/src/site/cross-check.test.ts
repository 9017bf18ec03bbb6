import { describe, expect, test } from "vitest";
import { issuesWith } from "../../test/site.ts";

const show = { text: "x" };
const fans = { if: { event: "A" } };

describe("names that clauses read", () => {
  test.each<[patch: Record<string, unknown>, path: string, value: string, message: string, mend: string]>([
    [
      { segments: { fans, s: { if: { segment: "fan" } } } },
      "segments.s.if.segment",
      "fan",
      'there is no segment "fan"',
      'did you mean "fans"?',
    ],
    [
      { segments: { s: { if: { all: [fans.if, { not: { any: [{ segment: "regulars" }] } }] } } } },
      "segments.s.if.all.1.not.any.0.segment",
      "regulars",
      'there is no segment "regulars"',
      "define it under segments",
    ],
    [
      { experiences: { e: { slot: "top", if: { any: [{ segment: "x" }] }, show } } },
      "experiences.e.if.any.0.segment",
      "x",
      'there is no segment "x"',
      "define it under segments",
    ],
    [
      { experiences: { e: { slot: "top", if: { stage: "leads" }, show } } },
      "experiences.e.if.stage",
      "leads",
      'there is no stage "leads"',
      'did you mean "lead"?',
    ],
    [
      { segments: { s: { if: { not: { stage: "champion" } } } } },
      "segments.s.if.not.stage",
      "champion",
      'there is no stage "champion"',
      'use one of "lost", "at_risk", "waiting", "hero", "repeat", "occasional", "lead" or "new"',
    ],
    [
      { segments: { fans }, stages: { lead: { if: { any: [fans.if, { segment: "fans" }] } } } },
      "stages.lead.if.any.1.segment",
      "fans",
      "a stage cannot read a segment",
      "write the segment's condition here",
    ],
    [
      { stages: { occasional: { if: { event: "A" }, stay: { not: { stage: "new" } } } } },
      "stages.occasional.stay.not.stage",
      "new",
      "a stage cannot read a stage",
      "write a condition on events",
    ],
  ])("%j", (patch, path, value, message, mend) => {
    expect(issuesWith(patch)).toEqual([{ path, value, message, mend }]);
  });

  test("pass where they are defined", () => {
    const clause = { all: [{ segment: "fans" }, { stage: "new" }, { stage: "waiting" }] };
    expect(
      issuesWith({
        segments: { s: { if: clause }, fans },
        experiences: { e: { slot: "top", if: clause, show } },
        stages: { waiting: { if: { event: "A" } } },
      }),
    ).toEqual([]);
  });
});

describe("segments that read one another", () => {
  const reads = (...ids: string[]) => ({ if: { all: [{ event: "A" }, ...ids.map((segment) => ({ segment }))] } });
  test.each<[segments: Record<string, unknown>, path: string, ring: string]>([
    [{ a: reads("a") }, "segments.a.if", "a → a"],
    [{ a: reads("b"), b: reads("a") }, "segments.a.if", "a → b → a"],
    [{ a: reads("b"), b: reads("c"), c: reads("d"), d: reads("b") }, "segments.b.if", "b → c → d → b"],
  ])("%j", (segments, path, ring) => {
    const message = `segments read one another: ${ring}`;
    expect(issuesWith({ segments })).toEqual([{ path, message, mend: "break the ring" }]);
  });
});

describe("purposes", () => {
  test.each<[patch: Record<string, unknown>, path: string, value: unknown, message: string, mend: string]>([
    [
      { services: { maps: { name: "Maps", purpose: "functionnal" } } },
      "services.maps.purpose",
      "functionnal",
      'there is no purpose "functionnal"',
      'did you mean "functional"?',
    ],
    [
      { services: { maps: { name: "Maps", purpose: "geography" } } },
      "services.maps.purpose",
      "geography",
      'there is no purpose "geography"',
      "define it under purposes",
    ],
    [
      { purposes: { marketing: false }, services: { ads: { name: "Ads", purpose: "marketing" } } },
      "services.ads.purpose",
      "marketing",
      '"marketing" is switched off under purposes',
      "ask for it, or take the service out",
    ],
    [{ purposes: { necessary: {} } }, "purposes.necessary", {}, '"necessary" is never asked', "take it out"],
    [{ purposes: { necessary: false } }, "purposes.necessary", false, '"necessary" is never asked', "take it out"],
  ])("%j", (patch, path, value, message, mend) => {
    expect(issuesWith(patch)).toEqual([{ path, value, message, mend }]);
  });

  test("of the site's own must bring name and text", () => {
    const missing = (key: string) => ({
      path: `purposes.chat.${key}`,
      message: `"chat" is the site's own purpose and has no ${key}`,
      mend: `add "${key}"`,
    });
    expect(issuesWith({ purposes: { chat: {} } })).toEqual([missing("name"), missing("text")]);
    expect(issuesWith({ purposes: { chat: { name: "Chat" } } })).toEqual([missing("text")]);
    expect(issuesWith({ purposes: { chat: { name: "Chat", text: "We talk." } } })).toEqual([]);
  });

  test("that ship need none, and any may be switched off", () => {
    expect(
      issuesWith({ purposes: { functional: {}, marketing: { name: "Ads" }, analytics: false, chat: false } }),
    ).toEqual([]);
  });

  test("that a service may serve are the standard ones, necessary and the site's own", () => {
    const services = Object.fromEntries(
      ["necessary", "functional", "analytics", "personalization", "marketing", "chat"].map((purpose) => [
        `s-${purpose}`,
        { name: "S", purpose },
      ]),
    );
    expect(issuesWith({ services, purposes: { chat: { name: "Chat", text: "We talk." } } })).toEqual([]);
  });
});

describe("the choice cookie", () => {
  const purposes = (count: number, length: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`p${index}`.padEnd(length, "x"), { name: "N", text: "T" }]),
    );

  test("has room for a dozen purposes", () => {
    expect(issuesWith({ purposes: purposes(12, 14) })).toEqual([]);
  });

  test("is never larger than 300 bytes", () => {
    const [issue, ...more] = issuesWith({ purposes: purposes(12, 30) });
    expect(more).toEqual([]);
    expect(issue).toMatchObject({ path: "purposes", mend: "ask for fewer purposes, or give them shorter ids" });
    expect(issue?.message).toMatch(/^the answers to 14 purposes need a cookie of \d{3} bytes; it may have 300$/);
  });
});
