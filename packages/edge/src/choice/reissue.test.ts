/** What comes with the entry for whom, and that it comes. */
import { describe, expect, test } from "vitest";
import { edge as anyEdge, NOW, site } from "../../test/fixture.ts";
import { createReissue } from "./reissue.ts";

const TODAY = Math.floor(NOW / 86_400_000);
const YES = `1.${TODAY}.0.analytics:1.personalization:1.marketing:0`;
const services = {
  stats: { name: "Stats", purpose: "analytics", cookies: [{ name: "_st" }, { name: "_st_*" }, { name: "_both" }] },
  ads: { name: "Ads", purpose: "marketing", cookies: [{ name: "_ad" }, { name: "_both" }] },
};
const LEFT = 182 * 86_400 - 43_200;
const REISSUED = `ghostlight-copy=${YES}; Path=/; Max-Age=${LEFT}; SameSite=Lax`;

const SAFARI = "Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15";
const CHROME = "Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36";

async function cookiesWith(cookie: string | undefined, init: { url?: string; headers?: object; trust?: boolean } = {}) {
  const { app } = anyEdge({ sites: [site({ services })], trustProxy: init.trust ?? false });
  const headers = { "User-Agent": SAFARI, ...(cookie !== undefined && { Cookie: cookie }), ...init.headers };
  const answer = await app.request(init.url ?? "http://localhost/g/shop.js", { headers });
  return answer.headers.getSetCookie();
}

describe("with the entry", () => {
  test("the choice comes back, for as long as it still counts", async () => {
    expect(await cookiesWith(`theme=dark; ghostlight=${YES}`)).toEqual([REISSUED]);
  });

  test("what is copied still says that the browser signalled privacy as it was made", async () => {
    const made = YES.replace("1.", "3.");
    expect(await cookiesWith(`ghostlight=${made}`)).toEqual([REISSUED.replace(YES, made)]);
  });

  test("the choice itself is never written: one that was made meanwhile would be lost", async () => {
    const fields = await cookiesWith(`ghostlight=${YES}`);
    expect(fields.filter((one) => /^ghostlight=/.test(one))).toEqual([]);
  });

  test("a browser that keeps what the page wrote has no copy, and what was refused ends there too", async () => {
    const headers = { "User-Agent": CHROME };
    expect(await cookiesWith(`ghostlight=${YES}`, { headers })).toEqual([]);
    expect(await cookiesWith(`_ad=1; ghostlight=${YES}`, { headers })).toEqual([
      "_ad=; Path=/; Max-Age=0; SameSite=Lax",
    ]);
  });

  test("the copy is issued once, for what the page wrote, and follows it", async () => {
    const no = YES.replaceAll(":1", ":0");
    expect(await cookiesWith(`ghostlight=${YES}; ghostlight-copy=${YES}`)).toEqual([]);
    expect(await cookiesWith(`ghostlight-copy=${YES}`)).toEqual([]);
    expect(await cookiesWith(`ghostlight-copy=${no}; ghostlight=${YES}`)).toEqual([REISSUED]);
  });

  test("of two that the page wrote, before and after the site changed its domain, the first counts, as on the page", async () => {
    const no = YES.replaceAll(":1", ":0");
    expect(await cookiesWith(`ghostlight=${YES}; ghostlight=${no}`)).toEqual([REISSUED]);
  });

  test("a copy goes that came after its choice was forgotten", async () => {
    expect(await cookiesWith(`ghostlight=; ghostlight-copy=${YES}`)).toEqual([
      "ghostlight-copy=; Path=/; Max-Age=0; SameSite=Lax",
    ]);
  });

  test("also where nothing of the entry changed", async () => {
    const { app } = anyEdge({ sites: [site({ services })] });
    const tag = (await app.request("http://localhost/g/shop.js")).headers.get("ETag") ?? "";
    const headers = { "User-Agent": SAFARI, "If-None-Match": tag, Cookie: `ghostlight=${YES}` };
    const again = await app.request("http://localhost/g/shop.js", { headers });
    expect([again.status, again.headers.getSetCookie()]).toEqual([304, [REISSUED]]);
  });

  test("cookies of refused purposes end, those that a granted one leaves too do not", async () => {
    const fields = await cookiesWith(`_ad=1; _both=1; _st=1; _other=1; ghostlight=${YES}`);
    expect(fields).toEqual([REISSUED, "_ad=; Path=/; Max-Age=0; SameSite=Lax"]);
  });

  test("a refused service's cookies end under a granted purpose, a granted one's stay under a refused one", async () => {
    const more = {
      ...services,
      map: { name: "Map", purpose: "analytics", cookies: [{ name: "_map" }, { name: "_st" }] },
      film: { name: "Film", purpose: "marketing", cookies: [{ name: "_film" }] },
    };
    const { app } = anyEdge({ sites: [site({ services: more })] });
    const choice = `2.${TODAY}.0.analytics:1~map:0.personalization:1.marketing:0~film:1!`;
    const headers = { "User-Agent": SAFARI, Cookie: `_map=1; _st=1; _film=1; _ad=1; ghostlight=${choice}` };
    const [reissued, ...ended] = (await app.request("/g/shop.js", { headers })).headers.getSetCookie();
    expect(reissued).toBe(`ghostlight-copy=${choice}; Path=/; Max-Age=${LEFT}; SameSite=Lax`);
    expect(ended).toEqual(["_ad", "_map"].map((name) => `${name}=; Path=/; Max-Age=0; SameSite=Lax`));
  });

  test("what nobody refused keeps the cookies that it shares", async () => {
    const choice = `1.${TODAY}.0.analytics:2.marketing:0`;
    const fields = await cookiesWith(`_both=1; _ad=1; ghostlight=${choice}`);
    expect(fields.slice(1)).toEqual(["_ad=; Path=/; Max-Age=0; SameSite=Lax"]);
  });

  test.each([
    ["no cookie", undefined],
    ["other cookies", "_ad=1"],
    ["a forged choice", "ghostlight=1.99999.0.analytics:1"],
    ["a choice of earlier questions", `ghostlight=1.${TODAY}.7.analytics:1`],
    ["nonsense", ";;=;ghostlight"],
  ])("nothing is set for %s", async (_, cookie) => {
    expect(await cookiesWith(cookie)).toEqual([]);
  });

  test("it is Secure where the visitor came by https, by the word of a trusted proxy alone", async () => {
    const headers = { "X-Forwarded-Proto": "https" };
    expect(await cookiesWith(`ghostlight=${YES}`, { headers, trust: true })).toEqual([`${REISSUED}; Secure`]);
    expect(await cookiesWith(`ghostlight=${YES}`, { headers })).toEqual([REISSUED]);
    expect(await cookiesWith(`ghostlight=${YES}`, { url: "https://shop.example/g/shop.js" })).toEqual([
      `${REISSUED}; Secure`,
    ]);
  });
});

test("no other file sets a cookie", async () => {
  const { app } = anyEdge({ sites: [site({ services })] });
  const answer = await app.request("http://localhost/g/shop.json", { headers: { Cookie: `ghostlight=${YES}` } });
  expect(answer.headers.getSetCookie()).toEqual([]);
});

describe("what is remembered", () => {
  const asked = {
    revision: 0,
    purposes: ["analytics"],
    days: 2,
    services: { stats: "analytics" },
    cookies: new Map([["stats", ["_st"]]]),
  };
  const DAY = 86_400_000;
  const visit = { scope: () => ({ domain: undefined, secure: false }), isForgetful: () => true };
  const no = "1.20000.0.analytics:0";

  test("is forgotten with the day on which a choice runs out", () => {
    const issue = createReissue(asked);
    const at = (day: number) => issue(`ghostlight=${no}; _st=1`, day * DAY, visit).length;
    expect([20_000, 20_000, 20_001, 20_002, 20_000].map(at)).toEqual([2, 2, 2, 0, 2]);
  });

  test("is bounded, and never taken for another's", () => {
    const issue = createReissue({ ...asked, days: 99_999 });
    for (let day = 0; day < 2_500; day++) {
      const [copied] = issue(`ghostlight=1.${day}.0.analytics:1`, 20_000 * DAY, visit);
      expect(copied).toContain(`=1.${day}.0.analytics:1;`);
    }
  });

  test("where nothing is to be written nobody asks where to", () => {
    const never = () => {
      throw new Error("asked");
    };
    const nowhere = { scope: never, isForgetful: never };
    expect(createReissue(asked)(`ghostlight=${no}; ghostlight-copy=${no}; a=1`, 20_000 * DAY, nowhere)).toEqual([]);
    expect(createReissue(asked)("a=1", 20_000 * DAY, nowhere)).toEqual([]);
  });
});
