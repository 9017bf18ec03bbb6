/** What tests do in tabs of one browser, and what they look at there. */
import { type BrowserContext, expect, type Page } from "@playwright/test";
import type { Ghostlight } from "ghostlight";

export const TABS = { siteFile: "test/browser/pages/tabs/site.json", pages: "test/browser/pages/tabs" };

/** What the site asks. */
export const BOTH = { analytics: true, personalization: true };

/** What a ghost has of payments. */
export interface Paid {
  readonly n: number;
  readonly sum: number;
}

/** Of the amounts that {@link pay} gives. */
export const sumOf = (first: number, payments: number): number => payments * first + (payments * (payments - 1)) / 2;

type Answers = Readonly<Record<string, boolean>>;

/** Comes back once what these answers open is there: before, {@link keptData} knows of nothing. */
export async function choose(page: Page, answers: Answers): Promise<void> {
  await page.evaluate((given) => (window.ghostlight as Ghostlight).consent.set(given), answers);
  await untilOpen(page, answers);
}

async function untilOpen(page: Page, { personalization }: Answers): Promise<void> {
  if (personalization) await expect.poll(() => standing(page)).not.toEqual([undefined]);
}

async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${url}/en.html`);
  return page;
}

type Tabs<Count> = Count extends 1
  ? [Page]
  : Count extends 2
    ? [Page, Page]
    : Count extends 3
      ? [Page, Page, Page]
      : Page[];

/** Tabs of one visitor who agreed to `answers`. */
export async function openTabs<Count extends number>(
  context: BrowserContext,
  url: string,
  tabs: Count,
  answers: Answers = BOTH,
): Promise<Tabs<Count>> {
  const first = await openTab(context, url);
  await choose(first, answers);
  const rest = await Promise.all(Array.from({ length: tabs - 1 }, () => openTab(context, url)));
  await Promise.all(rest.map((page) => untilOpen(page, answers)));
  return [first, ...rest] as Page[] as Tabs<Count>;
}

/** Pays `first`, `first + 1` … so many times, some at once. */
export const pay = (page: Page, first: number, payments: number, atOnce = 10): Promise<void> =>
  page.evaluate(
    async ([first, payments, atOnce]) => {
      for (let one = 0; one < payments; one++) {
        window.ghostlight?.push(["track", "Paid", { amount: first + one }]);
        if (one % atOnce === atOnce - 1) await new Promise((resolve) => setTimeout(resolve));
      }
    },
    [first, payments, atOnce] as const,
  );

/** Pays 1, 2 … without end, five on the way at any time; a call of what it leaves in the window stops it. */
export const payOn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { push, profile } = window.ghostlight as Ghostlight;
    const on = { going: true };
    const go = async (): Promise<void> => {
      for (let amount = 1; on.going; amount++) {
        push(["track", "Paid", { amount }]);
        if (amount % 5 === 0) await profile.export();
      }
    };
    go();
    Object.assign(window, {
      stop: () => {
        on.going = false;
      },
    });
  });

/** What is kept on the device, once this tab has put in all of its own. */
export const keptData = (page: Page): Promise<Readonly<Record<string, unknown>>> =>
  page.evaluate(async () => (await (window.ghostlight as Ghostlight).profile.export())?.data ?? {});

export const paid = async (page: Page): Promise<Paid> => paidIn(await keptData(page));

/** What the ghost among all that is kept has of payments. */
export function paidIn({ ghost }: Readonly<Record<string, unknown>>): Paid {
  const tallies: Record<string, { n: number; value?: number }> = Object(Object(ghost).tallies);
  const sum = tallies['Paid|sum "amount"']?.value ?? 0;
  return { n: tallies.Paid?.n ?? 0, sum };
}

/** Stage and segments, as this tab has them. */
export const standing = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => {
    const { stage, segments } = window.ghostlight as Ghostlight;
    return [stage(), ...segments()];
  });

/** What this tab was told. */
export const told = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, "told"));

/** What is in the database, seen from a page without Ghostlight, which must not have been erased. */
export async function onDisk(context: BrowserContext, url: string): Promise<Readonly<Record<string, unknown>>> {
  const page = await context.newPage();
  await page.goto(`${url}/told.js`);
  const found = await page.evaluate(
    () =>
      new Promise<Record<string, unknown>>((resolve) => {
        const opened = indexedDB.open("ghostlight");
        opened.onsuccess = () => {
          const values = opened.result.transaction("values").objectStore("values");
          const [keys, all] = [values.getAllKeys(), values.getAll()];
          all.onsuccess = () => resolve(Object.fromEntries(keys.result.map((key, index) => [key, all.result[index]])));
        };
      }),
  );
  await page.close();
  return found;
}

/** Keeps all tabs from writing, until what it resolves to is called: what they do meanwhile is surely on its way only. */
export async function holdDatabase(context: BrowserContext, url: string): Promise<() => Promise<void>> {
  const page = await context.newPage();
  await page.goto(`${url}/told.js`);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opened = indexedDB.open("ghostlight");
        opened.onsuccess = () => {
          const values = opened.result.transaction("values", "readwrite").objectStore("values");
          // A transaction lasts as long as something is asked of it.
          const ask = () => {
            values.get("ghost").onsuccess = () => {
              resolve();
              ask();
            };
          };
          ask();
        };
      }),
  );
  return () => page.close();
}
