/** Which choices fit a site, and which cookies go with a purpose. */
import type { Choice } from "@ghostlight/rules";
import { describe, expect, test } from "vitest";
import { NOW, site } from "../../test/fixture.ts";
import { questionsOf, readChoice, readDeletions } from "./questions.ts";

const TODAY = Math.floor(NOW / 86_400_000);
const asked = {
  revision: 2,
  purposes: ["analytics", "marketing", "constructor"],
  days: 10,
  cookies: new Map([
    ["analytics", ["_a", "_shared"]],
    ["marketing", ["_m", "_shared"]],
  ]),
};

describe("a choice", () => {
  const read = (text: string) => {
    const answer = readChoice(text, asked, NOW);
    if (answer.ok) return answer.choice;
    expect([answer.fault.status, answer.fault.code]).toEqual([400, "bad_choice"]);
    return answer.fault.issues?.[0]?.message;
  };

  test("of the site's questions is taken, of all or of some", () => {
    expect(read(`1.${TODAY}.2.analytics:1.marketing:0`)).toEqual({
      day: TODAY,
      revision: 2,
      answers: { analytics: true, marketing: false },
    });
    expect(read(`1.${TODAY - 9}.2.marketing:1`)).toMatchObject({ answers: { marketing: true } });
  });

  test("may say that the visitor was told and did not object", () => {
    expect(read(`1.${TODAY}.2.marketing:2`)).toMatchObject({ answers: { marketing: null } });
  });

  test("that is empty forgets", () => {
    expect(read("")).toBeUndefined();
  });

  test.each([
    [`1.${TODAY}.1.analytics:1`, "it answers revision 1, and the site asks 2"],
    [`1.${TODAY - 10}.2.analytics:1`, "its day is too long ago, or still to come"],
    [`1.${TODAY + 1}.2.analytics:1`, "its day is too long ago, or still to come"],
    [`1.${TODAY}.2.analytics:1.necessary:1`, "the site does not ask for necessary"],
    [`1.${TODAY}.2`, "it is not written as a choice"],
    [`1.${TODAY}.2.analytics:1; Domain=evil.example`, "it is not written as a choice"],
    [`1.${TODAY}.2.analytics:1\n`, "it is not written as a choice"],
    [" ", "it is not written as a choice"],
  ])("%j is refused: %s", (text, reason) => {
    expect(read(text)).toBe(reason);
  });
});

describe("the cookies of a purpose", () => {
  const names = (clear: string | null, answers?: Choice["answers"]) => {
    const read = readDeletions(clear, asked, answers && { day: TODAY, revision: 2, answers });
    return read.ok ? read.names : read.fault;
  };

  test.each([
    [null, []],
    ["", []],
    ["analytics", ["_a", "_shared"]],
    ["analytics,marketing", ["_a", "_shared", "_m"]],
    ["marketing,", ["_m", "_shared"]],
    ["constructor", []],
  ])("%j clears %j", (clear, found) => {
    expect(names(clear)).toEqual(found);
  });

  test("go where a purpose that leaves them too was not granted by a yes", () => {
    expect(names("analytics", { marketing: null })).toEqual(["_a", "_shared"]);
  });

  test("stay where a purpose that is granted leaves them too", () => {
    expect(names("analytics", { analytics: false, marketing: true })).toEqual(["_a"]);
    expect(names("analytics", { analytics: true })).toEqual([]);
  });

  test.each([["necessary"], ["analytics,other"], ["*"], ["toString"]])("%j is refused", (clear) => {
    expect(names(clear)).toMatchObject({ status: 400, code: "bad_choice", issues: [{ path: "clear" }] });
  });
});

test("a site's questions are those of its file, with cookies of one exact name alone", () => {
  const services = {
    stats: {
      name: "Stats",
      purpose: "analytics",
      cookies: [{ name: "_st" }, { name: "_st_*" }],
      storage: [{ kind: "localStorage", name: "_st_box" }],
    },
  };
  const file = { revision: 4, grantDays: 30, domain: "shop.example", purposes: { marketing: false }, services };
  const found = questionsOf(site(file), "opt-in");
  expect(found).toMatchObject({ revision: 4, days: 30, domain: "shop.example" });
  expect(found.purposes).toContain("analytics");
  expect(found.purposes).not.toContain("marketing");
  expect(found.cookies.get("analytics")).toEqual(["_st"]);
  expect(questionsOf(site(), "opt-in").domain).toBeUndefined();
  for (const regime of ["opt-out", "notice"] as const) expect(questionsOf(site(file), regime).days).toBe(396);
});
