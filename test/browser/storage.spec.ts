import type { Page } from "@playwright/test";
import { expect, push, test } from "./edge.ts";

/** Ways in which a browser, or a host page, takes storage away. Each runs before any script of the page. */
const FAULTS: Record<string, () => void> = {
  "IndexedDB is missing": () => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
  },
  "looking at IndexedDB throws": () => {
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  },
  "opening a database throws": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("denied", "SecurityError");
    };
  },
  "opening a database fails": () => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (this: IDBFactory) {
      return open.call(this, "denied", -0.5 as never);
    };
  },
  "opening a database never answers": () => {
    IDBFactory.prototype.open = () => new EventTarget() as IDBOpenDBRequest;
  },
  "the quota is exceeded": () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
};

async function walk(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/en.html`);
  await push(page, ["debug"]);
  await page.getByRole("button", { name: "Accept" }).click();
  for (const id of ["a", "b", "c"]) await push(page, ["track", "Product Viewed", { product_id: id }]);
  await expect(page.locator("[data-gl-slot=hello]")).toHaveText("Back again");
}

for (const [fault, cause] of Object.entries(FAULTS)) {
  test(`${fault}: the profile lives in memory, events arrive, and debug says so`, async ({ page, edge, watch }) => {
    await page.addInitScript(cause);
    await walk(page, edge.url);
    await expect.poll(async () => (await edge.events()).length).toBe(4);
    const said = watch.console.filter((line) => line.includes("the profile lives in memory"));
    expect(said).toHaveLength(1);
    await page.getByRole("button", { name: "Cookie choices" }).click();
    await page.getByRole("button", { name: "Refuse" }).click();
    await expect(page.locator("[data-gl-slot=hello]")).toHaveText("Default");
    expect(watch.faults).toEqual([]);
  });
}

test("cookies are denied: the choice holds for this page view, and debug says so", async ({ page, edge, watch }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Document.prototype, "cookie", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
      set() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await walk(page, edge.url);
  expect(watch.console.join("\n")).toContain("cookies are denied here");
  expect(watch.faults).toEqual([]);
  await page.reload();
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("a database of our name that somebody else made: memory, and no harm to theirs", async ({ page, edge }) => {
  await page.goto(`${edge.url}/en.html`);
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        indexedDB.open("ghostlight", 1).onsuccess = resolve;
      }),
  );
  const second = await page.context().newPage();
  await walk(second, edge.url);
});
