import type { Page } from "@playwright/test";
import { drawnWhole } from "./_harness.ts";
import { onlyChromium } from "./_only.ts";
import { expect, kept, push, test } from "./edge.ts";

const SITE = { siteFile: "test/browser/pages/rows/site.json", pages: "test/browser/pages/rows" };

test.use({ served: SITE });

const dialog = (page: Page) => page.getByRole("dialog");

/** Every key and value in every store of every database, as `database key`. */
const databases = (page: Page): Promise<Record<string, unknown>> =>
  page.evaluate(async () => {
    const settle = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    /** None where it was deleted meanwhile: it must not be made anew by looking. */
    const open = (name: string): Promise<IDBDatabase | undefined> => {
      const request = indexedDB.open(name);
      request.onupgradeneeded = () => request.transaction?.abort();
      return settle(request).catch(() => undefined);
    };
    const found: [string, unknown][] = [];
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await open(name);
      if (!database) continue;
      for (const store of database.objectStoreNames) {
        const at = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([settle(at.getAllKeys()), settle(at.getAll())]);
        keys.forEach((key, index) => void found.push([`${name} ${String(key)}`, values[index]]));
      }
      database.close();
    }
    return Object.fromEntries(found);
  });

/** Accepts, looks at lamps, and says by e-mail and about what. */
async function live(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/en.html`);
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  for (const id of ["a", "b", "c"]) await push(page, ["track", "Product Viewed", { product_id: id }]);
  await openCenter(page);
  await page.getByRole("switch", { name: "E-mail", exact: true }).click();
  await page.getByRole("checkbox", { name: "New lamps" }).click();
  await page.getByRole("button", { name: "Save my choices" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect
    .poll(async () => Object.keys(await databases(page)).sort())
    .toEqual(["ghostlight ghost", "ghostlight-events events", "ghostlight-preferences preferences"]);
}

async function openCenter(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Your privacy choices" }).click();
  await expect(page.getByRole("button", { name: "Save my choices" })).toBeVisible();
  await drawnWhole(page);
}

test("the file that a visitor takes along has all that is kept, value by value @row-28", async ({ page, edge }) => {
  onlyChromium("download");
  await live(page, edge.url);
  // The file is of one instant: what is on its way then is gone when it is compared.
  const outbox = async () => (await databases(page))["ghostlight-events events"] as { items: readonly unknown[] };
  await expect.poll(async () => (await outbox()).items).toEqual([]);
  await openCenter(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download everything" }).click();
  const chunks = await (await (await coming).createReadStream()).toArray();
  const taken = JSON.parse(Buffer.concat(chunks).toString());
  const { ghost, events, preferences } = taken;
  await expect
    .poll(() => databases(page))
    .toEqual({
      "ghostlight ghost": ghost,
      "ghostlight-events events": events,
      "ghostlight-preferences preferences": preferences,
    });
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test("after erasing there is not one key left but the choice, in no tab @row-28", async ({ page, edge, context }) => {
  await live(page, edge.url);
  const tab = await context.newPage();
  await tab.goto(`${edge.url}/en.html`);
  await openCenter(page);
  await page.getByRole("button", { name: "Erase everything" }).click();
  await page.getByRole("button", { name: "Erase", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Everything has been erased." })).toBeVisible();
  await expect.poll(() => databases(page)).toEqual({});
  const { cookies, storage } = await kept(page);
  expect(cookies).toEqual([expect.stringMatching(/^ghostlight=1\./)]);
  expect(storage.filter((one) => !one.startsWith("indexedDB"))).toEqual([]);
});

test("saying yes to e-mail says nothing of its being tracked, either way round @row-15", async ({ page, edge }) => {
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  const mail = page.getByRole("switch", { name: "E-mail", exact: true });
  const tracked = page.getByRole("switch", { name: "Openings of e-mails" });
  const save = async () => {
    await page.getByRole("button", { name: "Save my choices" }).click();
    await expect(dialog(page)).toHaveCount(0);
  };

  await openCenter(page);
  await mail.click();
  await expect(mail).toBeChecked();
  await expect(tracked).not.toBeChecked();
  await save();
  await openCenter(page);
  await expect(mail).toBeChecked();
  await expect(tracked).not.toBeChecked();
  await tracked.click();
  await save();
  await openCenter(page);
  await expect(tracked).toBeChecked();
  await tracked.click();
  await expect(tracked).not.toBeChecked();
  await expect(mail).toBeChecked();
  await save();
  await openCenter(page);
  await expect(mail).toBeChecked();
  await expect(tracked).not.toBeChecked();
});
