import { afterEach, expect, test } from "vitest";
import { readDevice } from "./device.ts";

afterEach(() => void Reflect.deleteProperty(navigator, "userAgentData"));

test("says the language and the zone, and no more where the browser has no brands", () => {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  expect(readDevice()).toEqual({ locale: navigator.language, timezone: timeZone });
});

test("of a browser's brands takes only what every request says anyway", () => {
  const brands = [{ brand: "Chromium", version: "140" }];
  const low = { brands, mobile: false, platform: "Linux" };
  const userAgentData = { ...low, architecture: "x86", toJSON: () => low };
  Object.defineProperty(navigator, "userAgentData", { value: userAgentData, configurable: true });
  expect(readDevice().userAgentData).toEqual(low);
});
