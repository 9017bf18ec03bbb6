import { expect, test } from "vitest";
import { siteWith } from "../../../test/site.ts";
import { warnOfRedacted } from "./redacted.ts";

const warned = (patch: Record<string, unknown>) =>
  warnOfRedacted(siteWith(patch)).map(({ path, value }) => [path, value]);
const segment = (clause: unknown) => ({ segments: { s: { if: clause } } });

/** As text: an object with a `then` of its own could be waited for. */
const THEN = '{"event": "A", "then": {"event": "B", "where": {"otp": 1}, "within": "1d"}}';

test("a site without a word about it is not warned", () => {
  expect(warned({})).toEqual([]);
  expect(warned(segment({ event: "A", where: { price: 1, "user.plan": { $in: ["token", "pin"] } } }))).toEqual([]);
});

test.each<[patch: Record<string, unknown>, path: string, property: string]>([
  [segment({ event: "A", where: { pin: 1 } }), "segments.s.if.where.pin", "pin"],
  [
    segment({ all: [{ not: { event: "A", where: { $or: [{ a: 1 }, { "user.apiKey": { $exists: true } }] } } }] }),
    "segments.s.if.all.0.not.where.$or.1.user.apiKey",
    "user.apiKey",
  ],
  [segment({ event: "A", sum: { token: { $gte: 3 } } }), "segments.s.if.sum.token", "token"],
  [segment({ event: "A", distinct: { session_id: { $gte: 3 } } }), "segments.s.if.distinct.session_id", "session_id"],
  [segment(JSON.parse(THEN)), "segments.s.if.then.where.otp", "otp"],
  [{ facts: { f: { event: "A", latest: "secret", where: { a: 1 } } } }, "facts.f.latest", "secret"],
  [{ facts: { f: { event: "A", where: { pass: 1 } } } }, "facts.f.where.pass", "pass"],
  [{ affinities: { kind: { of: "token" } } }, "affinities.kind", "token"],
])("a rule that reads what is redacted: %j", (patch, path, property) => {
  expect(warned(patch)).toEqual([[path, property]]);
  const name = property.split(".").at(-1) ?? "";
  expect(warned({ ...patch, redact: { keep: [name] } })).toEqual([]);
});

test("the words name what to do", () => {
  expect(warnOfRedacted(siteWith(segment({ event: "A", where: { pin: 1 } })))).toEqual([
    {
      path: "segments.s.if.where.pin",
      value: "pin",
      message: 'values of "pin" are redacted before any rule sees them',
      mend: 'read something else, or, where they are no secret, add "pin" to redact.keep',
    },
  ]);
});

test("cards that travel", () => {
  expect(warned({ redact: { cards: false, emails: false, tokens: false } })).toEqual([["redact.cards", false]]);
});
