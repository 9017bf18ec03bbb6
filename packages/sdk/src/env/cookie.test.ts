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
    ["that is the edge's copy", "a=1; ghostlight-copy=1.2; b=2", "1.2"],
    ["before its copy", "ghostlight=1.2; ghostlight-copy=0", "1.2"],
    ["behind its copy", "ghostlight-copy=0; ghostlight=1.2", "1.2"],
    ["that is empty, and its copy is not", "ghostlight-copy=0; ghostlight=", ""],
  ])("finds a cookie %s", (_, cookies, value) => {
    vi.spyOn(document, "cookie", "get").mockReturnValue(cookies);
    expect(readCookie()).toBe(value);
  });

  test.each([
    [""],
    ["myghostlight=1"],
    ["ghostlights=1"],
    ["a=ghostlight=1"],
    ["ghostlight"],
    ["ghostlight-copy2=1"],
    ["my-ghostlight-copy=1"],
  ])("does not mistake %o for it", (cookies) => {
    vi.spyOn(document, "cookie", "get").mockReturnValue(cookies);
    expect(readCookie()).toBeUndefined();
  });
});

describe("writing", () => {
  const written = (host: string, ...given: Parameters<typeof writeCookie>) => {
    const url = new URL(host);
    vi.stubGlobal("location", { href: url.href, hostname: url.hostname });
    const set = vi.spyOn(document, "cookie", "set");
    writeCookie(...given);
    return set.mock.calls.map(([text]) => text);
  };
  const gone = (name: string, scope = "") => `${name}=; Max-Age=0; Path=/; SameSite=Lax${scope}`;

  test("what is written can be read, and removed", () => {
    writeCookie("on", 1);
    expect(readCookie()).toBe("on");
    writeCookie("", 0);
    expect(readCookie()).toBe("");
  });

  test("is for the whole site, for its days, and not for requests from elsewhere", () => {
    expect(written("http://shop.example/", "on", 182).at(-1)).toBe(
      "ghostlight=on; Max-Age=15724800; Path=/; SameSite=Lax",
    );
  });

  test("of none there is an empty one for a minute", () => {
    expect(written("http://shop.example/", "", 0).at(-1)).toBe("ghostlight=; Max-Age=60; Path=/; SameSite=Lax");
  });

  test("is secure where the page is", () => {
    const texts = written("https://shop.example/", "on", 1);
    expect(texts.filter((text) => !text.endsWith("; Secure"))).toEqual([]);
  });

  test("of a host alone ends those of its domains, and all copies, and never its own", () => {
    const [www, shop] = ["; Domain=www.shop.example", "; Domain=shop.example"];
    const texts = written("http://www.shop.example/", "on", 1);
    for (const scope of [www, shop, ""]) expect(texts).toContain(gone("ghostlight-copy", scope));
    for (const scope of [www, shop]) expect(texts).toContain(gone("ghostlight", scope));
    expect(texts).not.toContain(gone("ghostlight"));
  });

  test("of a domain ends that of the host, and never its own", () => {
    const texts = written("http://www.shop.example/", "on", 1, "shop.example");
    expect(texts.at(-1)).toBe("ghostlight=on; Max-Age=86400; Path=/; SameSite=Lax; Domain=shop.example");
    expect(texts).toContain(gone("ghostlight"));
    expect(texts).toContain(gone("ghostlight", "; Domain=www.shop.example"));
    expect(texts).not.toContain(gone("ghostlight", "; Domain=shop.example"));
    expect(texts).toContain(gone("ghostlight-copy", "; Domain=shop.example"));
  });
});
