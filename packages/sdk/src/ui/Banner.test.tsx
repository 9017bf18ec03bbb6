import { cleanup, fireEvent, render, screen } from "@testing-library/preact";
import { afterEach, describe, expect, test, vi } from "vitest";
import { BANNER } from "../../test/site.ts";
import { Banner, BODY_ID, TITLE_ID } from "./Banner.tsx";

const show = (props: Partial<Parameters<typeof Banner>[0]> = {}) => {
  const answer = vi.fn();
  render(<Banner part={BANNER} answered={undefined} answer={answer} {...props} />);
  return answer;
};
const names = (role: string) => screen.getAllByRole(role).map((element) => element.textContent);

afterEach(cleanup);

describe("the text", () => {
  test("begins with a heading and what it is about, under the ids that name the dialog", () => {
    show();
    expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("We use cookies");
    expect(document.getElementById(TITLE_ID)?.textContent).toBe("We use cookies");
    expect(document.getElementById(BODY_ID)?.textContent).toBe("They are yours to allow.");
  });

  test("lists every purpose with its services", () => {
    show();
    expect(names("listitem")).toEqual(["Statistics What is read. (Plausible, Matomo)", "Adverts What is sold."]);
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
  test("are two of a kind, refusing first", () => {
    show();
    expect(names("button")).toEqual(["Refuse all", "Accept all"]);
    const [refuse, accept] = screen.getAllByRole("button").map(attributesOf);
    expect(refuse).toEqual(accept);
  });

  test.each([
    ["Refuse all", false],
    ["Accept all", true],
  ])("%s answers %s with one click", (name, yes) => {
    const answer = show();
    fireEvent.click(screen.getByRole("button", { name }));
    expect(answer.mock.calls).toEqual([[yes]]);
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
