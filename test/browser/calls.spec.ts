/**
 * What a page of ours asks of the browser, counted: times swing with the machine, calls do not. Each kind below takes a slow
 * phone from some tenths of a millisecond to some milliseconds, since it waits for another process or begins a task.
 * A change that makes more of them fails here; whether it is worth them, `npm run bench` tells.
 */
import type { Page } from "@playwright/test";
import { atRest, expect, test } from "./edge.ts";

/** Counts calls, before any script of the page runs. */
function count(): void {
  const counts: Record<string, number> = {};
  Object.assign(window, { counts });
  const counted = <A extends unknown[], R>(name: string, run: (...given: A) => R) =>
    function (this: unknown, ...given: A): R {
      counts[name] = (counts[name] ?? 0) + 1;
      return run.apply(this, given);
    };
  const wrap = (owner: object, ...names: string[]) => {
    for (const name of names) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(owner, name) ?? {};
      if (value) Object.defineProperty(owner, name, { value: counted(name, value) });
      if (get) Object.defineProperty(owner, name, { get: counted(`${name} read`, get) });
      if (set) Object.defineProperty(owner, name, { set: counted(`${name} written`, set) });
    }
  };
  wrap(IDBFactory.prototype, "open", "databases", "deleteDatabase");
  wrap(IDBDatabase.prototype, "transaction");
  wrap(IDBObjectStore.prototype, "get", "getAll", "getAllKeys", "put", "add", "delete", "clear", "openCursor");
  wrap(Storage.prototype, "getItem", "setItem", "removeItem", "key", "length");
  wrap(Document.prototype, "createElement");
  wrap(LockManager.prototype, "request");
  wrap(window, "fetch", "indexedDB", "localStorage", "sessionStorage");
  wrap(Navigator.prototype, "sendBeacon", "languages");
  wrap(BroadcastChannel.prototype, "postMessage");
  wrap(Element.prototype, "attachShadow", "getBoundingClientRect");
  wrap(HTMLElement.prototype, "offsetHeight", "offsetWidth");
  wrap(CSSStyleSheet.prototype, "replaceSync");
  wrap(Intl, "DateTimeFormat");
}

interface Seen {
  readonly calls: Readonly<Record<string, number>>;
  /** What came and went for it, as "METHOD name". */
  readonly requests: readonly string[];
}

/** `sends`: until a batch has been answered. */
async function visit(page: Page, url: string, sends = false): Promise<Seen> {
  await page.addInitScript(count);
  // From a cache it may come before the page is parsed: then it looks once before the page's own view, and once with it.
  await page.route(/\/engine\.js$/, async (route) => {
    // Not until it has loaded: Firefox lets a page wait for what it imports.
    await page.waitForLoadState("domcontentloaded");
    await route.continue();
  });
  const requests: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/g/")) requests.push(`${request.method()} ${pathname.split("/").at(-1)}`);
  });
  const sent = sends ? answered(page) : undefined;
  await page.goto(url);
  await sent;
  await atRest(page);
  return { calls: await page.evaluate(() => Reflect.get(window, "counts")), requests };
}

const answered = (page: Page) => page.waitForResponse((response) => response.request().method() === "POST");

/** Two databases that an old grant may have left are deleted unread. */
const NOTHING_AGREED = { "indexedDB read": 2, deleteDatabase: 2 };

test("who has not chosen: the entry with the dialog in it, and no storage is looked into", async ({ page, edge }) => {
  const { calls, requests } = await visit(page, `${edge.url}/en.html`);
  expect(requests).toEqual(["GET shop.js"]);
  const dialog = { attachShadow: 1, createElement: 31, replaceSync: 1 };
  expect(calls).toEqual({ ...NOTHING_AGREED, ...dialog });
});

test("who refused: the entry alone, and no storage is looked into", async ({ page, edge }) => {
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Refuse" }).click();
  await atRest(page);
  const { calls, requests } = await visit(page, `${edge.url}/en.html`);
  expect(requests).toEqual(["GET shop.js"]);
  expect(calls).toEqual(NOTHING_AGREED);
});

/** One step of the profile; three of the outbox, which takes a view, hands it on, and lets go of what has arrived. */
const AGREED = {
  "indexedDB read": 2,
  open: 2,
  transaction: 4,
  get: 4,
  put: 3,
  request: 1,
  fetch: 1,
};

for (const [site, snapshot, more] of [
  // What earlier pages left behind is looked for, and what a snapshot of old left.
  ["a site without a snapshot", false, { "localStorage read": 2, getItem: 1, removeItem: 1 }],
  ["a site with one, which is read and written once", true, { "localStorage read": 3, getItem: 2, setItem: 1 }],
] as const) {
  test.describe(site, () => {
    const pages = "test/browser/pages";
    test.use({ served: { siteFile: `${pages}/site.json`, pages, patch: { snapshot } } });
    test("who agreed: four transactions, one batch", async ({ page, edge }) => {
      const sent = answered(page);
      await page.goto(`${edge.url}/en.html`);
      await page.getByRole("button", { name: "Accept" }).click();
      await sent;
      await atRest(page);
      const { calls, requests } = await visit(page, `${edge.url}/en.html`, true);
      expect(requests).toEqual(["GET shop.js", "GET engine.js", "POST e"]);
      expect(calls).toEqual({ ...AGREED, ...more });
    });
  });
}
