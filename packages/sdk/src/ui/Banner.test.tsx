import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";
import { BANNER } from "../../test/site.ts";
import { Banner, BODY_ID, TITLE_ID } from "./Banner.tsx";

const show = (props: Partial<Parameters<typeof Banner>[0]> = {}) => {
  const told = { answer: vi.fn(), choose: vi.fn(), close: vi.fn(), toggle: vi.fn() };
  render(<Banner part={BANNER} answered={undefined} gpc={false} open={false} {...told} {...props} />);
  return told;
};
const names = (role: string) => screen.getAllByRole(role).map((element) => element.textContent);
const actions = () => [...document.querySelectorAll("button[slot=actions]")];

afterEach(cleanup);

describe("the text", () => {
  test("begins with a heading and what it is about, under the ids that name the dialog", () => {
    show();
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("We use cookies");
    expect(document.getElementById(TITLE_ID)?.textContent).toBe("We use cookies");
    expect(document.getElementById(BODY_ID)?.textContent).toBe("They are yours to allow.");
  });

  test("lists every purpose with its services, once they are unfolded", () => {
    show();
    expect(screen.queryAllByRole("listitem")).toEqual([]);
    cleanup();
    show({ open: true });
    expect(names("listitem")).toEqual(["Statistics What is read. (Plausible, Matomo)", "Adverts What is sold."]);
  });

  test("names the purposes in short, too, one after another", () => {
    show({ part: { ...BANNER, language: "ar" } });
    expect(document.querySelector("[slot=names]")?.textContent).toMatch(/^Statistics, Adverts$/);
  });

  test.each([
    [true, ["Opt-out honoured."]],
    [false, []],
  ])("with a privacy signal: %s, says %j", (gpc, said) => {
    show({ gpc });
    expect(screen.queryAllByText(/^Opt-out/).map((element) => element.textContent)).toEqual(said);
  });

  test("says what is always needed", () => {
    show();
    expect(screen.getByText("Some are always needed.").tagName).toBe("P");
  });

  test("links the privacy notice where there is one", () => {
    show();
    expect(screen.getByRole("link", { name: "Privacy notice" }).getAttribute("href")).toBe("/privacy.html");
  });

  test("links nothing where there is none", () => {
    const { policy: _, ...part } = BANNER;
    show({ part });
    expect(screen.queryByRole("link")).toBeNull();
  });

  test.each([
    [undefined, []],
    [true, ["You accepted."]],
    [false, ["You refused."]],
  ] as const)("answered before: %s, says %j", (answered, said) => {
    show({ answered });
    expect(screen.queryAllByText(/^You /).map((element) => element.textContent)).toEqual(said);
  });
});

describe("the buttons", () => {
  test("that answer are two of a kind, refusing first", () => {
    show();
    const [refuse, accept] = actions();
    expect([refuse?.textContent, accept?.textContent]).toEqual(["Refuse all", "Accept all"]);
    expect(refuse && attributesOf(refuse)).toEqual(accept && attributesOf(accept));
  });

  test("come in the order of the frame: closing, unfolding, answering, choosing", () => {
    show();
    expect(names("button")).toEqual(["", "What for", "Refuse all", "Accept all", "Choose"]);
    expect(screen.getByRole("button", { name: "Close" })).toBe(screen.getAllByRole("button")[0]);
  });

  test("where the law asks for notice only: one, which agrees", () => {
    const { answer } = show({ part: { ...BANNER, regime: "notice" } });
    expect(actions().map((button) => button.textContent)).toEqual(["Understood"]);
    fireEvent.click(screen.getByRole("button", { name: "Understood" }));
    expect(answer.mock.calls).toEqual([[true]]);
  });

  test.each([
    ["Refuse all", false],
    ["Accept all", true],
  ])("%s answers %s with one click", (name, yes) => {
    const { answer } = show();
    fireEvent.click(screen.getByRole("button", { name }));
    expect(answer.mock.calls).toEqual([[yes]]);
  });

  test.each([
    ["Choose", "choose"],
    ["Close", "close"],
    ["What for", "toggle"],
  ] as const)("%s does that and answers nothing", (name, what) => {
    const told = show();
    fireEvent.click(screen.getByRole("button", { name }));
    expect(told[what]).toHaveBeenCalledOnce();
    expect(told.answer).not.toHaveBeenCalled();
  });

  test.each([true, false])("the one that unfolds says whether it is unfolded: %s", (open) => {
    show({ open });
    expect(screen.getByRole("button", { name: "What for", expanded: open })).toBeTruthy();
  });
});

test("markup in a site's texts stays text", () => {
  show({ part: { ...BANNER, texts: { ...BANNER.texts, title: "<img src=x onerror=alert(1)>" } } });
  expect(screen.getByRole("heading").textContent).toBe("<img src=x onerror=alert(1)>");
  expect(document.querySelector("img")).toBeNull();
});

function attributesOf(element: Element): Record<string, string> {
  return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
}
