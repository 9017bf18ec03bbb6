import { describe, expect, test, vi } from "vitest";
import { BANNER } from "../../test/site.ts";
import { BODY_ID, type Leaf, leavesOf, purposeLeaves, TITLE_ID } from "./leaves.ts";

const show = (given: Partial<Parameters<typeof leavesOf>[0]> = {}) => {
  const told = { answer: vi.fn(), choose: vi.fn(), close: vi.fn(), toggle: vi.fn() };
  const leaves = leavesOf({ part: BANNER, answered: undefined, gpc: false, ...told, ...given });
  const inSlot = (slot: string): readonly Leaf[] => leaves.filter((one) => one.slot === slot);
  return { leaves, inSlot, texts: (slot: string) => inSlot(slot).map(({ text }) => text), told };
};

describe("the text", () => {
  test("begins with a heading and what it is about, under the ids that name the dialog", () => {
    const { leaves, inSlot } = show();
    expect(leaves[0]).toMatchObject({ tag: "h2", text: "We use cookies", attributes: { id: TITLE_ID } });
    expect(inSlot("body")).toMatchObject([{ text: "They are yours to allow.", attributes: { id: BODY_ID } }]);
  });

  test("lists every purpose with its services, once they are unfolded", () => {
    expect(show().inSlot("list")).toEqual([]);
    expect(purposeLeaves(BANNER).map(({ name, text }) => [name, text])).toEqual([
      ["Statistics", " What is read. (Plausible, Matomo)"],
      ["Adverts", " What is sold."],
    ]);
  });

  test("names the purposes in short, too, one after another", () => {
    expect(show({ part: { ...BANNER, language: "ar" } }).texts("names")).toEqual(["Statistics, Adverts"]);
  });

  test.each([
    [true, ["Opt-out honoured."]],
    [false, []],
  ])("with a privacy signal: %s, says %j", (gpc, said) => {
    expect(show({ gpc }).texts("gpc")).toEqual(said);
  });

  test("says what is always needed", () => {
    expect(show().inSlot("always")).toMatchObject([{ tag: "p", text: "Some are always needed." }]);
  });

  test("links the privacy notice where there is one", () => {
    expect(show().inSlot("policy")).toMatchObject([{ tag: "a", attributes: { href: "/privacy.html" } }]);
  });

  test("links nothing where there is none", () => {
    const { policy: _, ...part } = BANNER;
    expect(show({ part }).inSlot("policy")).toEqual([]);
  });

  test.each([
    [undefined, []],
    [true, ["You accepted."]],
    [false, ["You refused."]],
  ] as const)("answered before: %s, says %j", (answered, said) => {
    expect(show({ answered }).texts("now")).toEqual(said);
  });
});

describe("the buttons", () => {
  test("that answer are two of a kind, refusing first", () => {
    const [refuse, accept] = show().inSlot("actions");
    expect([refuse?.text, accept?.text]).toEqual(["Refuse all", "Accept all"]);
    expect({ ...refuse, text: "", press: 0 }).toEqual({ ...accept, text: "", press: 0 });
  });

  test("come in the order of the frame: closing, unfolding, answering, choosing", () => {
    const buttons = show().leaves.filter(({ tag }) => tag === "button");
    expect(buttons.map(({ slot }) => slot)).toEqual(["close", "more", "actions", "actions", "choose"]);
    expect(buttons.map(({ attributes }) => attributes?.type)).toEqual(Array(5).fill("button"));
  });

  test("where the law asks for notice only: one, which agrees", () => {
    const { inSlot, told } = show({ part: { ...BANNER, regime: "notice" } });
    expect(inSlot("actions").map(({ text }) => text)).toEqual(["Understood"]);
    inSlot("actions")[0]?.press?.();
    expect(told.answer.mock.calls).toEqual([[true]]);
  });

  test("answer with one click", () => {
    const { inSlot, told } = show();
    for (const { press } of inSlot("actions")) press?.();
    expect(told.answer.mock.calls).toEqual([[false], [true]]);
  });

  test.each([
    ["choose", "choose"],
    ["close", "close"],
    ["more", "toggle"],
  ] as const)("in the slot %s: does that and answers nothing", (slot, what) => {
    const { inSlot, told } = show();
    inSlot(slot)[0]?.press?.();
    expect(told[what]).toHaveBeenCalledOnce();
    expect(told.answer).not.toHaveBeenCalled();
  });
});
