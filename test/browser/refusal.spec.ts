import type { Page } from "@playwright/test";
import { atRest, expect, kept, push, test } from "./edge.ts";

/** Writes down every way to read or write what a page can keep, but for the cookie, which holds the refusal itself. */
function instrument(): void {
  const log: string[] = [];
  Object.assign(window, { log });
  const spy = (owner: object, name: string): void => {
    const real = Reflect.get(owner, name);
    Reflect.set(owner, name, function (this: unknown, ...given: unknown[]) {
      log.push(`${name} ${String(given[0])}`);
      return real.apply(this, given);
    });
  };
  for (const name of ["getItem", "setItem", "key"]) spy(Storage.prototype, name);
  for (const name of ["open", "databases"]) spy(IDBFactory.prototype, name);
  // Firefox runs this in the blank document before the page too, which has none.
  if ("CacheStorage" in window) for (const name of ["open", "match", "has", "keys"]) spy(CacheStorage.prototype, name);
  spy(Navigator.prototype, "sendBeacon");
}

function readLog(page: Page): Promise<string[]> {
  return page.evaluate(() => Reflect.get(window, "log"));
}

async function expectQuiet(page: Page, requests: string[]): Promise<void> {
  const before = requests.length;
  await page.reload();
  await push(page, ["track", "Product Viewed", { product_id: "a" }]);
  await atRest(page);
  expect(await readLog(page)).toEqual([]);
  const sent = requests.slice(before);
  expect(sent.filter((request) => !request.startsWith("GET") || request.includes("/engine."))).toEqual([]);
  const { cookies, storage } = await kept(page);
  expect(storage).toEqual([]);
  expect(cookies).toEqual([expect.stringMatching(/^ghostlight=/)]);
}

test("after a refusal the next page reads, writes and sends nothing but the refusal itself @row-2", async ({
  page,
  edge,
  watch,
}) => {
  await page.addInitScript(instrument);
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Refuse" }).click();
  await expectQuiet(page, watch.requests);
  expect(watch.faults).toEqual([]);
});

test("after a withdrawal too, although there had been a profile @row-2", async ({ page, edge, watch }) => {
  await page.addInitScript(instrument);
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.locator("[data-gl-slot=hello]")).toHaveText("<b>Welcome</b>");
  await expect.poll(() => readLog(page)).toContainEqual(expect.stringMatching(/^open /));
  await push(page, ["consent.open"]);
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect.poll(async () => (await kept(page)).storage).toEqual([]);
  await expectQuiet(page, watch.requests);
  expect(watch.faults).toEqual([]);
});
