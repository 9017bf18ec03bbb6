/** What the site file's `redact` comes to; what the page makes of it is in test/redaction. */
import { describe, expect, test } from "vitest";
import { issuesWith, siteWith } from "../../test/site.ts";
import { compileRedact, isSecret } from "./compile-redact.ts";

const part = (redact: object = {}) => compileRedact(siteWith({ redact }));
const secrets = (names: readonly string[], redact?: object) => names.filter((name) => isSecret(name, part(redact)));

describe("names", () => {
  test("ship with passwords, tokens and the like", () => {
    const names = ["password", "userPassword", "api-key", "session_id", "passenger", "token_count", "loyalty_number"];
    expect(secrets(names)).toEqual(["password", "userPassword", "api-key", "session_id"]);
  });

  test("are joined by the site's own, in any spelling and as part of longer ones", () => {
    const names = [
      "loyalty_number",
      "loyaltyNumber",
      "LOYALTY-NUMBER",
      "card.loyalty number",
      "loyalty",
      "loyalty_numbers",
    ];
    expect(secrets(names, { keys: ["loyalty_number"] })).toEqual(names.slice(0, 4));
    expect(secrets(["loyaltyNumber"], { keys: ["Loyalty Number", "loyalty.number"] })).toHaveLength(1);
  });

  test("are no secret where the site says so, each as a whole", () => {
    const names = ["session_id", "sessionId", "session-id", "my_session_id", "token"];
    expect(secrets(names, { keep: ["sessionId"] })).toEqual(["my_session_id", "token"]);
    expect(secrets(["pin", "pinNumber", "pass"], { keys: ["pin_number"], keep: ["pin", "pass"] })).toEqual([
      "pinNumber",
    ]);
  });

  test("that are parameters are kept likewise", () => {
    const is = (name: string, redact?: object) => new RegExp(part(redact).params, "im").test(name);
    expect([is("code"), is("code", { keep: ["code"] }), is("code", { keep: ["key"] })]).toEqual([true, false, true]);
    expect([is("password"), is("coupon code"), is("X Amz Signature")]).toEqual([true, false, true]);
  });
});

test("what is switched off finds nothing, and leaves the rest", () => {
  const all = part();
  expect(part({ emails: false })).toEqual({ ...all, texts: [...all.texts.slice(0, -1), "[]"] });
  expect(part({ tokens: false })).toEqual({ ...all, texts: all.texts.slice(-1) });
  expect(part({ cards: false })).toEqual({ ...all, cards: "[]" });
  expect(new RegExp(part({ cards: false }).cards).test("4111111111111111")).toBe(false);
});

describe("a site file is refused", () => {
  const NO_NAME = "this is not the name of a property";
  const NAME = 'write 2 to 60 letters and digits, with one "_", "-", "." or space between words';
  test.each<[redact: unknown, issue: Record<string, unknown>]>([
    [[], { path: "redact", message: "this is not a way to redact", mend: 'write {"keys": ["loyalty_number"]}' }],
    [{ key: ["a"] }, { path: "redact.key", message: '"key" is not known here', mend: 'did you mean "keys"?' }],
    [{ email: false }, { path: "redact.email", message: '"email" is not known here', mend: 'did you mean "emails"?' }],
    [{ keys: "a" }, { path: "redact.keys", message: "this is not a list of names", mend: 'write ["loyalty_number"]' }],
    [
      { keys: [7] },
      {
        path: "redact.keys.0",
        message: "a property is named by a text",
        mend: 'write its name, such as "loyalty_number"',
      },
    ],
    [{ keys: ["a.*"] }, { path: "redact.keys.0", message: NO_NAME, mend: NAME }],
    [{ keep: ["ok", "a(b"] }, { path: "redact.keep.1", message: NO_NAME, mend: NAME }],
    [{ keep: ["x"] }, { path: "redact.keep.0", message: NO_NAME, mend: NAME }],
    [
      { cards: 0 },
      {
        path: "redact.cards",
        message: "this is neither true nor false",
        mend: "write false to let them travel, or take it out",
      },
    ],
    [
      { keys: Array(101).fill("ab") },
      { path: "redact.keys", message: "these are more names than a page should carry", mend: "name 100 at most" },
    ],
    [
      { keys: ["loyalty_number"], keep: ["pin", "loyaltyNumber"] },
      {
        path: "redact.keep.1",
        message: '"loyalty_number" under keys is the same name, so it is both secret and not',
        mend: "take it out here, or there",
      },
    ],
  ])("%j", (redact, issue) => {
    expect(issuesWith({ redact })).toMatchObject([issue]);
  });
});

test.each(["loyaltyNumber", "a b", "numéro-client", "x.y_z", "顧客番号"])("%s can be a name", (name) => {
  expect(issuesWith({ redact: { keys: [name], keep: [`not-${name}`] } })).toEqual([]);
  expect(isSecret(name, part({ keys: [name] }))).toBe(true);
});
