import type { Page } from "@playwright/test";
import { onlyChromium } from "./_only.ts";
import { atRest, expect, kept, push, test } from "./edge.ts";
import {
  BOTH,
  choose,
  keptData,
  onDisk,
  openTabs,
  paid,
  paidIn,
  pay,
  standing,
  sumOf,
  TABS,
} from "./pages/tabs/harness.ts";

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
  "the quota is exceeded once all is written": () => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given) {
      const request = put.apply(this, given);
      request.onsuccess = () => this.transaction.abort();
      return request;
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
    const said = () => watch.console.filter((line) => line.includes("the profile lives in memory"));
    await expect.poll(said).toHaveLength(1);
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
  await expect.poll(() => watch.console.join("\n")).toContain("cookies are denied here");
  expect(watch.faults).toEqual([]);
  await page.reload();
  await expect(page.getByRole("dialog")).toBeVisible();
});

const MEMORY = "the profile lives in memory";

/** Gives the origin a disk of half a megabyte. Before anything is kept: Chromium remembers for long what was free. */
async function limitDisk(page: Page, url: string): Promise<() => Promise<unknown>> {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: url, quotaSize: 500_000 });
  return () => session.send("Storage.overrideQuotaForOrigin", { origin: url });
}

/** Leaves no room on it. */
const fillDisk = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const opened = indexedDB.open("theirs");
    opened.onupgradeneeded = () => opened.result.createObjectStore("files", { autoIncrement: true });
    const database = await new Promise<IDBDatabase>((resolve) => {
      opened.onsuccess = () => resolve(opened.result);
    });
    for (let size = 2 ** 16; size > 500; ) {
      const writing = database.transaction("files", "readwrite");
      // What is alike would be packed.
      writing.objectStore("files").put(crypto.getRandomValues(new Uint8Array(size)));
      const fits = await new Promise((resolve) => {
        writing.oncomplete = () => resolve(true);
        writing.onabort = () => resolve(false);
      });
      if (!fits) size /= 2;
    }
    database.close();
  });

const said = (lines: readonly string[]) => lines.filter((line) => line.includes(MEMORY));

test.describe("what happens to the disk", () => {
  test.use({ served: TABS });

  test("it is full: the profile goes on in memory, a withdrawal erases all the same, and with room all is as before", async ({
    context,
    page,
    edge,
    watch,
  }) => {
    onlyChromium("protocol");
    await page.goto(`${edge.url}/en.html`);
    const makeRoom = await limitDisk(page, edge.url);
    await choose(page, BOTH);
    await push(page, ["debug"]);
    await pay(page, 1, 3);
    expect(await paid(page)).toEqual({ n: 3, sum: 6 });
    await fillDisk(page);
    await pay(page, 4, 60);
    expect(await paid(page)).toEqual({ n: 63, sum: sumOf(1, 63) });
    expect(await standing(page)).toContain("paid-50");
    expect(paidIn(await onDisk(context, edge.url))).toEqual({ n: 3, sum: 6 });
    await choose(page, { analytics: true });
    expect(Object.keys(await keptData(page))).toEqual(["events"]);
    const names = () => page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
    await expect.poll(names).not.toContain("ghostlight");
    await expect.poll(() => said(watch.console)).toHaveLength(1);

    await makeRoom();
    await choose(page, BOTH);
    await page.reload();
    await pay(page, 1, 4);
    await expect.poll(() => paid(page)).toEqual({ n: 4, sum: 10 });
    expect(paidIn(await onDisk(context, edge.url))).toEqual({ n: 4, sum: 10 });
    expect(watch.faults).toEqual([]);
  });

  test("the browser clears it under an open page: the profile begins anew there, not in memory", async ({
    context,
    edge,
    page,
    watch,
  }) => {
    onlyChromium("protocol");
    await page.goto(`${edge.url}/en.html`);
    await choose(page, BOTH);
    await push(page, ["debug"]);
    await pay(page, 1, 60);
    expect(await paid(page)).toEqual({ n: 60, sum: sumOf(1, 60) });
    const session = await context.newCDPSession(page);
    await session.send("Storage.clearDataForOrigin", { origin: edge.url, storageTypes: "indexeddb" });
    await pay(page, 61, 3);
    expect(await paid(page)).toEqual({ n: 3, sum: sumOf(61, 3) });
    const [other] = await openTabs(context, edge.url, 1);
    await expect.poll(() => paid(other)).toEqual(await paid(page));
    expect(said(watch.console)).toEqual([]);
    expect(watch.faults).toEqual([]);
  });

  test("looking at what is kept, after all was withdrawn, leaves no trace", async ({ page, edge }) => {
    await page.goto(`${edge.url}/en.html`);
    await choose(page, BOTH);
    await pay(page, 1, 3);
    expect((await paid(page)).n).toBe(3);
    await choose(page, {});
    await expect.poll(async () => (await kept(page)).storage).toEqual([]);
    expect(await keptData(page)).toEqual({});
    expect((await kept(page)).storage).toEqual([]);
  });

  test("another tab holds our database and never lets go: a withdrawal ends, and so does all that comes after", async ({
    context,
    page,
    edge,
    watch,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    await choose(page, BOTH);
    await push(page, ["debug"]);
    await pay(page, 1, 3);
    expect(Object.keys(await keptData(page))).toEqual(["ghost", "events"]);
    const holder = await context.newPage();
    await holder.goto(`${edge.url}/told.js`);
    await holder.evaluate(
      () =>
        new Promise((resolve) => {
          const opened = indexedDB.open("ghostlight");
          opened.onsuccess = resolve;
          Object.assign(window, { opened });
        }),
    );
    await choose(page, {});
    expect(await keptData(page)).toEqual({});
    expect(await standing(page)).toEqual([undefined]);
    await choose(page, BOTH);
    await pay(page, 4, 3);
    expect(await paid(page)).toEqual({ n: 3, sum: sumOf(4, 3) });
    await expect.poll(() => said(watch.console)).toHaveLength(1);
    await holder.close();
    await page.reload();
    await pay(page, 7, 3);
    await expect.poll(() => paid(page)).toEqual({ n: 3, sum: sumOf(7, 3) });
    await choose(page, {});
    await expect.poll(async () => (await kept(page)).storage).toEqual([]);
    await atRest(page);
    expect((await kept(page)).storage).toEqual([]);
    expect(watch.faults).toEqual([]);
  });

  for (const [what, version, stores, lasts] of [
    ["of a later release", 7, ["values"], true],
    ["that somebody left empty", 1, [], true],
    ["that is somebody else's", 1, ["theirs"], false],
  ] as const) {
    test(`a database of our name ${what}: ${lasts ? "it is used" : "memory, and no harm to theirs"}`, async ({
      context,
      page,
      edge,
      watch,
    }) => {
      const [first] = await openTabs(context, edge.url, 1);
      await keptData(first);
      await first.close();
      await page.goto(`${edge.url}/told.js`);
      await page.evaluate(
        ([version, stores]) =>
          new Promise((resolve) => {
            // Done before the next request is.
            indexedDB.deleteDatabase("ghostlight");
            const opened = indexedDB.open("ghostlight", version);
            opened.onupgradeneeded = () => {
              for (const store of stores) opened.result.createObjectStore(store);
            };
            opened.onsuccess = () => resolve(opened.result.close());
          }),
        [version, stores] as const,
      );
      await page.goto(`${edge.url}/en.html`);
      await push(page, ["debug"]);
      await pay(page, 1, 3);
      await expect.poll(() => paid(page)).toEqual({ n: 3, sum: 6 });
      await expect.poll(() => said(watch.console)).toHaveLength(lasts ? 0 : 1);
      await page.reload();
      await expect.poll(() => standing(page)).toContain(lasts ? "paid" : "new");
      expect((await paid(page)).n).toBe(lasts ? 3 : 0);
      const names = await page.evaluate(() => indexedDB.databases());
      expect(names).toEqual([
        { name: "ghostlight", version: what === "that somebody left empty" ? 2 : version },
        { name: "ghostlight-events", version: 1 },
      ]);
      expect(watch.faults).toEqual([]);
    });
  }
});
