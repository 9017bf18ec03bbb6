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
    ["alone", "ghostlight=1.2", "1.2"],
    ["between others", "a=1; ghostlight=1.2; b=2", "1.2"],
    ["with a sign of equality in it", "ghostlight=a=b", "a=b"],
    ["empty", "ghostlight=", ""],
  ])("finds a cookie %s", (_, cookies, value) => {
    vi.spyOn(document, "cookie", "get").mockReturnValue(cookies);
    expect(readCookie()).toBe(value);
  });

  test.each([[""], ["myghostlight=1"], ["ghostlights=1"], ["a=ghostlight=1"], ["ghostlight"]])(
    "does not mistake %o for it",
    (cookies) => {
      vi.spyOn(document, "cookie", "get").mockReturnValue(cookies);
      expect(readCookie()).toBeUndefined();
    },
  );
});

describe("writing", () => {
  test("what is written can be read, and removed", () => {
    writeCookie("on", 1);
    expect(readCookie()).toBe("on");
    writeCookie("", 0);
    expect(readCookie()).toBeUndefined();
  });

  test("is for the whole site, for its days, and not for requests from elsewhere", () => {
    const set = vi.spyOn(document, "cookie", "set");
    writeCookie("on", 182);
    expect(set).toHaveBeenCalledWith("ghostlight=on; Path=/; Max-Age=15724800; SameSite=Lax");
  });

  test("is secure where the page is", () => {
    vi.stubGlobal("location", { protocol: "https:" });
    const set = vi.spyOn(document, "cookie", "set");
    writeCookie("on", 1);
    expect(set.mock.lastCall?.[0]).toMatch(/; Secure$/);
  });
});
