/** Browsers by what they call themselves. */
import { expect, test } from "vitest";
import { isForgetful } from "./forgetful.ts";

const IOS = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";
const BRAVE = '"Chromium";v="143", "Brave";v="143", "Not A(Brand";v="24"';

test.each([
  [
    "Safari",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15",
    true,
  ],
  ["Safari on iOS", `${IOS} Version/26.1 Mobile/15E148 Safari/604.1`, true],
  ["Chrome on iOS", `${IOS} CriOS/143.0.7499.92 Mobile/15E148 Safari/604.1`, true],
  ["Firefox on iOS", `${IOS} FxiOS/146.0 Mobile/15E148 Safari/605.1.15`, true],
  ["an app on iOS", `${IOS} Mobile/15E148`, true],
  ["Chrome", CHROME, false],
  ["Edge", `${CHROME} Edg/143.0.0.0`, false],
  ["Android's WebView", CHROME.replace("Chrome", "Version/4.0 Chrome"), false],
  ["Firefox", "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0", false],
  ["nobody", "", false],
])("%s", (_, agent, forgets) => {
  expect(isForgetful(new Headers({ "User-Agent": agent }))).toBe(forgets);
});

test("Brave, which calls itself Chrome", () => {
  expect(isForgetful(new Headers({ "User-Agent": CHROME, "Sec-CH-UA": BRAVE }))).toBe(true);
  expect(isForgetful(new Headers({ "User-Agent": CHROME, "Sec-CH-UA": BRAVE.replace("Brave", "Google Chrome") }))).toBe(
    false,
  );
  expect(isForgetful(new Headers())).toBe(false);
});
