/** Every answer to a choice: status, body and the cookies that it sets. */
import { describe, expect, test } from "vitest";
import { edge as anyEdge, NOW, ORIGIN, post, site } from "../../test/fixture.ts";

const TODAY = Math.floor(NOW / 86_400_000);
const YES = `1.${TODAY}.0.analytics:1.marketing:0`;
const services = {
  stats: { name: "Stats", purpose: "analytics", cookies: [{ name: "_st" }, { name: "_st_*" }] },
  ads: { name: "Ads", purpose: "marketing", cookies: [{ name: "_ad" }] },
};
const edge = ({ file, ...options }: Parameters<typeof anyEdge>[0] & { file?: Record<string, unknown> } = {}) =>
  anyEdge({ sites: [site({ services, ...file })], ...options });
const PATH = "/g/shop/c";
const LEFT = 182 * 86_400 - 43_200;

const fault = async (answer: Response) => {
  expect(answer.headers.getSetCookie()).toEqual([]);
  const body = (await answer.json()) as { error: { code: string } };
  return [answer.status, body.error.code];
};

describe("a choice that is taken", () => {
  test("comes back as a cookie, without a body", async () => {
    const answer = await edge().app.request(PATH, post(YES));
    expect([answer.status, await answer.text()]).toEqual([204, ""]);
    expect(answer.headers.getSetCookie()).toEqual([`ghostlight=${YES}; Path=/; Max-Age=${LEFT}; SameSite=Lax`]);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  test("may be set by a page of another origin of the site", async () => {
    const { headers } = await edge().app.request(PATH, post(YES));
    expect(headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
    expect(headers.get("Access-Control-Allow-Credentials")).toBe("true");
    expect(headers.get("Vary")).toBe("Origin");
  });

  test("is empty to delete the cookie", async () => {
    const answer = await edge().app.request(PATH, post(""));
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([
      204,
      ["ghostlight=; Path=/; Max-Age=0; SameSite=Lax"],
    ]);
    const bare = await edge().app.request(PATH, { method: "POST", headers: { Origin: ORIGIN } });
    expect(bare.headers.getSetCookie()).toEqual(["ghostlight=; Path=/; Max-Age=0; SameSite=Lax"]);
  });

  test("counts on the domain of the site file", async () => {
    const { app } = edge({ file: { domain: "shop.example" } });
    const [field] = (await app.request(PATH, post(YES))).headers.getSetCookie();
    expect(field).toContain("; Domain=shop.example");
  });

  test("lasts longer where the law opts everybody in", async () => {
    const { app } = edge({ file: { regimes: { US: "opt-out" } }, countryHeader: "X-Country" });
    const [field] = (await app.request(PATH, post(YES, { "X-Country": "US" }))).headers.getSetCookie();
    expect(field).toContain(`; Max-Age=${LEFT + (396 - 182) * 86_400};`);
    expect((await app.request(PATH, post(YES))).headers.getSetCookie()[0]).toContain(`; Max-Age=${LEFT};`);
  });

  test.each([
    ["http://localhost", {}, false, false],
    ["https://localhost", {}, false, true],
    ["http://localhost", { "X-Forwarded-Proto": "https" }, false, false],
    ["http://localhost", { "X-Forwarded-Proto": "https" }, true, true],
    ["http://localhost", { "X-Forwarded-Proto": "http, HTTPS" }, true, true],
    ["http://localhost", { "X-Forwarded-Proto": "https, http" }, true, false],
    ["https://localhost", {}, true, true],
  ])("over %s with %j, trusting: %s, is secure: %s", async (origin, headers, trustProxy, secure) => {
    const answer = await edge({ trustProxy }).app.request(`${origin}${PATH}`, post(YES, headers));
    const [field = ""] = answer.headers.getSetCookie();
    expect(field.endsWith("; Secure")).toBe(secure);
  });
});

describe("cookies of a withdrawn purpose", () => {
  const { app } = edge({ file: { domain: "shop.example" } });
  const names = (answer: Response) => answer.headers.getSetCookie().map((field) => field.split("=")[0]);

  test("are deleted with the choice, by their exact names, for host and domain", async () => {
    const answer = await app.request(`${PATH}?clear=analytics`, post(YES.replace("analytics:1", "analytics:0")));
    expect([answer.status, names(answer)]).toEqual([204, ["ghostlight", "_st", "_st"]]);
    expect(answer.headers.getSetCookie().slice(1)).toEqual([
      "_st=; Path=/; Max-Age=0; SameSite=Lax",
      "_st=; Path=/; Max-Age=0; SameSite=Lax; Domain=shop.example",
    ]);
  });

  test("are those of several, also when the choice is forgotten", async () => {
    const answer = await app.request(`${PATH}?clear=analytics,marketing`, post(""));
    expect(names(answer)).toEqual(["ghostlight", "_st", "_st", "_ad", "_ad"]);
  });

  test("stay where the choice grants the purpose", async () => {
    expect(names(await app.request(`${PATH}?clear=analytics`, post(YES)))).toEqual(["ghostlight"]);
  });

  test("of a purpose that is not asked are no cookies at all", async () => {
    expect(await fault(await app.request(`${PATH}?clear=nothing`, post(YES)))).toEqual([400, "bad_choice"]);
  });
});

describe("a choice that is refused sets nothing", () => {
  test.each([
    ["unknown_site", 404, "/g/other/c", post(YES)],
    ["foreign_origin", 403, PATH, post(YES, { Origin: "https://evil.example" })],
    ["foreign_origin", 403, PATH, { method: "POST", body: YES }],
    ["body_too_large", 413, PATH, post(`1.${TODAY}.0${".analytics:1".repeat(25)}`)],
    ["bad_choice", 400, PATH, post("yes")],
    ["bad_choice", 400, PATH, post(`1.${TODAY}.7.analytics:1`)],
    ["bad_choice", 400, PATH, post(`1.${TODAY - 200}.0.analytics:1`)],
    ["bad_choice", 400, PATH, post(`1.${TODAY}.0.astrology:1`)],
    ["bad_choice", 400, PATH, post(new Uint8Array([0xff, 0xfe]))],
    ["method_not_allowed", 405, PATH, { headers: { Origin: ORIGIN } }],
    ["method_not_allowed", 405, PATH, { method: "DELETE", headers: { Origin: ORIGIN } }],
  ])("%s %i", async (code, status, path, init) => {
    expect(await fault(await edge().app.request(path, init))).toEqual([status, code]);
  });

  test("and says to the page's script why", async () => {
    const answer = await edge().app.request(PATH, post("yes"));
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
    expect(await answer.json()).toMatchObject({ error: { issues: [{ message: "it is not written as a choice" }] } });
  });

  test("also when there were too many", async () => {
    const { app } = edge({ limits: { burst: 1, perSecond: 0.5 } });
    expect((await app.request(PATH, post(YES))).status).toBe(204);
    const answer = await app.request(PATH, post(YES));
    expect(answer.headers.get("Retry-After")).toBe("2");
    expect(await fault(answer)).toEqual([429, "too_many_requests"]);
  });
});

test("a browser that asks first may send cookies from an origin of the site", async () => {
  const headers = { Origin: ORIGIN, "Access-Control-Request-Method": "POST" };
  const answer = await edge().app.request(PATH, { method: "OPTIONS", headers });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("Access-Control-Allow-Origin")).toBe(ORIGIN);
  expect(answer.headers.get("Access-Control-Allow-Credentials")).toBe("true");
});
