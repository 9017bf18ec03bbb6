import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { sweepCookies } from "../../test/page.ts";
import { readCookie, writeCookie } from "./cookie.ts";

beforeEach(sweepCookies);
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("reading", () => {
  test.each([
    ["alone", "lamp=1.2", "1.2"],
    ["between others", "a=1; lamp=1.2; b=2", "1.2"],
    ["with a sign of equality in it", "lamp=a=b", "a=b"],
    ["empty", "lamp=", ""],
  ])("finds a cookie %s", (_, cookies, value) => {
    vi.spyOn(document, "cookie", "get").mockReturnValue(cookies);
    expect(readCookie("lamp")).toBe(value);
  });

  test.each([[""], ["ghostlamp=1"], ["lamps=1"], ["a=lamp=1"], ["lamp"]])("does not mistake %o for it", (cookies) => {
    vi.spyOn(document, "cookie", "get").mockReturnValue(cookies);
    expect(readCookie("lamp")).toBeUndefined();
  });
});

describe("writing", () => {
  test("what is written can be read, and removed", () => {
    writeCookie("lamp", "on", 1);
    expect(readCookie("lamp")).toBe("on");
    writeCookie("lamp", "", 0);
    expect(readCookie("lamp")).toBeUndefined();
  });

  test("is for the whole site, for its days, and not for requests from elsewhere", () => {
    const set = vi.spyOn(document, "cookie", "set");
    writeCookie("lamp", "on", 182);
    expect(set).toHaveBeenCalledWith("lamp=on; Path=/; Max-Age=15724800; SameSite=Lax");
  });

  test("is secure where the page is", () => {
    vi.stubGlobal("location", { protocol: "https:" });
    const set = vi.spyOn(document, "cookie", "set");
    writeCookie("lamp", "on", 1);
    expect(set.mock.lastCall?.[0]).toMatch(/; Secure$/);
  });
});
