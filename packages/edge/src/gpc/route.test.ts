/** Who says publicly that the signal counts, and who has no reason to. */
import { expect, test } from "vitest";
import { edge } from "../../test/fixture.ts";
import { signalsPrivacy } from "./signal.ts";

const PATH = "/.well-known/gpc.json";

test("an origin of a site says so, with the day since when", async () => {
  const answer = await edge().app.request(`http://shop.example${PATH}`);
  expect([answer.status, await answer.json()]).toEqual([200, { gpc: true, lastUpdate: "2026-03-01" }]);
  expect(answer.headers.get("Content-Type")).toBe("application/json");
  expect((await edge().app.request(`https://shop.example${PATH}`, { method: "HEAD" })).status).toBe(200);
});

test("an edge that shows pages is a site", async () => {
  const { app } = edge({ pages: () => Promise.resolve(undefined) });
  expect((await app.request(`http://localhost:8787${PATH}`)).status).toBe(200);
});

test.each([["http://edge.example"], ["https://shop.example:444"], ["https://www.shop.example"]])(
  "%s is no site",
  async (origin) => {
    const answer = await edge().app.request(`${origin}${PATH}`);
    expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: "not_found" } }]);
  },
);

test.each([
  ["1", true],
  [" 1 ", true],
  ["0", false],
  ["true", false],
  ["1, 1", false],
  [undefined, false],
])("Sec-GPC %j asks for privacy: %s", (value, asks) => {
  expect(signalsPrivacy(new Headers(value === undefined ? {} : { "Sec-GPC": value }))).toBe(asks);
});
