import { afterEach, describe, expect, test, vi } from "vitest";
import { type CookieConsentApi, fromVanillaCookieConsent } from "./watch.ts";

/** The tool as far as it is used: a choice, and the events that it sends of it. */
function createTool() {
  let accepted: readonly string[] | undefined;
  const api: CookieConsentApi = {
    validConsent: () => accepted !== undefined,
    getUserPreferences: () => ({
      acceptedCategories: accepted ?? [],
      rejectedCategories: ["analytics", "ads"].filter((category) => !accepted?.includes(category)),
    }),
    showPreferences: vi.fn(),
  };
  const choose = (...categories: string[]): void => {
    const first = accepted === undefined;
    accepted = categories;
    dispatchEvent(new CustomEvent(first ? "cc:onConsent" : "cc:onChange"));
  };
  return { api, choose };
}

afterEach(() => Reflect.deleteProperty(window, "CookieConsent"));

describe("the choice", () => {
  test("is unknown until there is one, then has every category", () => {
    const { api, choose } = createTool();
    const source = fromVanillaCookieConsent({ api, categories: { ads: "marketing" } });
    expect(source.get()).toBeUndefined();
    choose("analytics");
    expect(source.get()).toEqual({ analytics: true, marketing: false });
  });

  test("tells of the first answer and of each change", () => {
    const { api, choose } = createTool();
    const changed = vi.fn();
    fromVanillaCookieConsent({ api }).on(changed);
    expect(changed).not.toHaveBeenCalled();
    choose("analytics");
    choose();
    expect(changed).toHaveBeenCalledTimes(2);
  });
});

test("looks again once the tool has a dialog, and once the page has loaded", () => {
  const changed = vi.fn();
  fromVanillaCookieConsent().on(changed);
  dispatchEvent(new CustomEvent("cc:onModalReady"));
  dispatchEvent(new Event("load"));
  expect(changed).toHaveBeenCalledTimes(2);
});

test("the tool's script may come later than ours", () => {
  const source = fromVanillaCookieConsent();
  expect(source.get()).toBeNull();
  expect(() => source.open?.()).not.toThrow();
  const { api, choose } = createTool();
  Reflect.set(window, "CookieConsent", api);
  choose("ads");
  expect(source.get()).toEqual({ ads: true, analytics: false });
  source.open?.();
  expect(api.showPreferences).toHaveBeenCalledOnce();
});

test.each<[string, unknown]>([
  ["is something else", 5],
  ["is of another version", { getUserPreferences: () => ({}) }],
  [
    "throws",
    {
      validConsent() {
        throw new Error("theirs");
      },
    },
  ],
  ["has no preferences", { validConsent: () => true, getUserPreferences: () => undefined }],
])("a tool that %s gives no choice and no exception", (_, tool) => {
  Reflect.set(window, "CookieConsent", tool);
  const source = fromVanillaCookieConsent();
  expect(source.get()).toBeNull();
  expect(() => source.open?.()).not.toThrow();
});
