/** A real edge for each test: the built command, a folder of pages, an empty store, a port of its own. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, errors, type Page } from "@playwright/test";
import type { Command } from "ghostlight";
import { newFolder, runCommand } from "./_command.ts";

/** An event as `ghostlight export` prints it. */
export interface StoredEvent {
  readonly type: string;
  readonly event?: string;
  readonly messageId: string;
  readonly anonymousId: string;
  readonly timestamp: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly context: { readonly consent: { readonly categoryPreferences: Readonly<Record<string, boolean>> } };
}

export interface Edge {
  /** Address without a slash at its end. */
  readonly url: string;
  /** Everything stored so far, by the command that an owner would use. */
  readonly events: () => Promise<StoredEvent[]>;
}

/** Which site and pages a file of tests is about. */
export interface Served {
  readonly siteFile: string;
  readonly pages: string;
  /** Keys of the site file that are different here. */
  readonly patch?: Readonly<Record<string, unknown>>;
}

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Everything that a page did which a test may want to know of. */
export interface Watch {
  /** Uncaught exceptions and rejections of the page. */
  readonly faults: string[];
  /** Lines of the console, with their level. */
  readonly console: string[];
  /** Requests as "METHOD path". */
  readonly requests: string[];
}

export const test = base.extend<{ served: Served; edge: Edge; watch: Watch }>({
  served: [{ siteFile: "test/browser/pages/site.json", pages: "test/browser/pages" }, { option: true }],
  edge: async ({ served }, use) => withEdge(served, use),
  watch: async ({ page }, use) => use(watch(page)),
});

export { expect } from "@playwright/test";

/** A further edge. Cookies know no port: a browser brings those of the other one along. */
export async function withEdge(served: Served, use: (edge: Edge) => Promise<void>): Promise<void> {
  const data = await newFolder();
  const siteFile = served.patch ? await patchSite(served, data) : served.siteFile;
  const printed = await runCommand(["serve", siteFile, "--public", served.pages, "--data", data, "--port", "0"]);
  const [url] = /http:\/\/localhost:\d+/.exec(printed) ?? [];
  if (!url) throw new Error(`the edge printed no address: ${printed}`);
  // It ends with its worker. Nobody else has its address, and its store is in a folder of its own.
  await use({ url, events: () => exportEvents(data) });
}

async function patchSite({ siteFile, patch }: Served, folder: string): Promise<string> {
  const site = JSON.parse(await readFile(join(root, siteFile), "utf8"));
  const path = join(folder, "site.json");
  await writeFile(path, JSON.stringify({ ...site, ...patch }));
  return path;
}

function watch(page: Page): Watch {
  const seen: Watch = { faults: [], console: [], requests: [] };
  page.on("pageerror", (error) => seen.faults.push(error.message));
  page.on("console", (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  page.on("request", (request) => seen.requests.push(`${request.method()} ${new URL(request.url()).pathname}`));
  return seen;
}

async function exportEvents(data: string): Promise<StoredEvent[]> {
  const printed = await runCommand(["export", "--site", "shop", "--data", data]);
  return printed.split("\n").flatMap((line): StoredEvent[] => (line ? [JSON.parse(line)] : []));
}

/** Runs a command as the page's own scripts would. */
export async function push(page: Page, command: Command): Promise<void> {
  await page.evaluate((one) => void window.ghostlight?.push(one), command);
}

/**
 * Waits until the page has begun no request for a while. Playwright's "networkidle" now and then never comes where a
 * request that outlives its page crosses a reload: seen with the messages of a page that was left.
 */
export async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState();
  for (let quiet = false; !quiet; ) {
    try {
      await page.waitForEvent("request", { timeout: 800 });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError)) throw error;
      quiet = true;
    }
  }
}

/** What is kept in the browser for a page's origin: names alone, of every kind of storage that scripts can write. */
export async function kept(page: Page): Promise<{ cookies: string[]; storage: string[] }> {
  const storage = await page.evaluate(async () => {
    // Writing a cookie does not wait for the browser's own store, reading one does; Playwright looks into that store.
    if (document.cookie === undefined) return [];
    return [
      ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
      ...Object.keys(sessionStorage).map((key) => `sessionStorage ${key}`),
      ...(await indexedDB.databases()).map(({ name }) => `indexedDB ${name}`),
      ...(await caches.keys()).map((key) => `cache ${key}`),
    ];
  });
  const cookies = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`);
  return { cookies, storage };
}
