/** One visitor in several tabs: what each of them does counts once, whatever becomes of the tab. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { onlyChromium } from "./_only.ts";
import { expect, kept, test } from "./edge.ts";
import { LAUNCH } from "./launch.ts";
import {
  BOTH,
  choose,
  holdDatabase,
  keptData,
  openTabs,
  paid,
  pay,
  payOn,
  standing,
  sumOf,
  TABS,
  told,
} from "./pages/tabs/harness.ts";

test.use({ served: TABS });

const EACH = 60;
const SEGMENTS = ["paid", "paid-50", "paid-100", "lately", "rich"];
const TRANSITIONS = [...SEGMENTS.map((id) => `in ${id}`), "in between", "out of between"].toSorted();

/** Uncaught exceptions and rejections of all tabs. */
function faultsOf(context: BrowserContext): string[] {
  const faults: string[] = [];
  context.on("weberror", (error) => void faults.push(error.error().message));
  return faults;
}

/** Every tab does a lot at the same time; resolves when all of it is kept. */
async function payAll(pages: readonly Page[]): Promise<void> {
  await Promise.all(
    pages.map(async (page, tab) => {
      await page.evaluate(() => {
        for (const id of ["a", "b"]) window.ghostlight?.push(["track", "Product Viewed", { product_id: id }]);
      });
      await pay(page, 1_000 * tab, EACH);
      await keptData(page);
    }),
  );
}

const allPaid = (tabs: number) => ({
  n: tabs * EACH,
  sum: Array.from({ length: tabs }, (_, tab) => sumOf(1_000 * tab, EACH)).reduce((sum, one) => sum + one),
});

for (const tabs of [2, 3, 5]) {
  test(`${tabs} tabs at once: no event is lost, none counts twice, each change is told once, and all end alike`, async ({
    context,
    edge,
  }) => {
    const faults = faultsOf(context);
    const pages = await openTabs(context, edge.url, tabs);
    await payAll(pages);
    for (const page of pages) expect(await paid(page)).toEqual(allPaid(tabs));
    for (const page of pages) await expect.poll(() => standing(page)).toEqual(["lead", ...SEGMENTS]);
    const all = await Promise.all(pages.map(told));
    expect(
      all
        .flat()
        .filter((one) => !one.startsWith("stage"))
        .toSorted(),
    ).toEqual(TRANSITIONS);
    for (const own of all) expect(own.filter((one) => one.startsWith("stage"))).toEqual(["stage new", "stage lead"]);
    // A view of each page, two lamps and the payments.
    const events = async () => (await edge.events()).length;
    await expect.poll(events).toBe(tabs * (1 + 2 + EACH));
    expect(faults).toEqual([]);
  });
}

/** Why tabs hear nothing of each other, and how one is looked at again. */
const SILENT: Record<string, { readonly silence: () => void; readonly look: () => void }> = {
  "there are no channels, and no locks": {
    silence: () => {
      Reflect.deleteProperty(window, "BroadcastChannel");
      Object.defineProperty(Navigator.prototype, "locks", { value: undefined });
    },
    look: () => void document.dispatchEvent(new Event("visibilitychange")),
  },
  "channels are denied": {
    silence: () => {
      Object.assign(window, {
        BroadcastChannel: class {
          constructor() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          }
        },
      });
    },
    look: () => void dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
  },
  "each tab dies before it tells the others": {
    silence: () => {
      BroadcastChannel.prototype.postMessage = () => {
        throw new DOMException("gone", "InvalidStateError");
      };
    },
    look: () => void window.ghostlight?.push(["track", "Product Viewed", { product_id: "c" }]),
  },
};

for (const [how, { silence, look }] of Object.entries(SILENT)) {
  test(`${how}: nothing is lost or doubled, and a tab knows of it once it is looked at`, async ({ context, edge }) => {
    const faults = faultsOf(context);
    await context.addInitScript(silence);
    const pages = await openTabs(context, edge.url, 3);
    const [idle, ...busy] = pages;
    await expect.poll(() => standing(idle)).toEqual(["new"]);
    await payAll(busy);
    expect(await standing(idle)).toEqual(["new"]);
    await idle.evaluate(look);
    await expect.poll(() => standing(idle)).toEqual(["lead", ...SEGMENTS]);
    expect(await paid(idle)).toEqual(allPaid(2));
    const changes = (await Promise.all(pages.map(told))).flat();
    expect(changes.filter((change) => !change.startsWith("stage")).toSorted()).toEqual(TRANSITIONS);
    expect(faults).toEqual([]);
  });
}

test("a tab is closed in the middle of its work: the next page finishes it, and nothing counts twice", async ({
  context,
  edge,
}) => {
  const [closing, other] = await openTabs(context, edge.url, 2);
  await keptData(closing);
  const release = await holdDatabase(context, edge.url);
  await pay(closing, 1, 40, Number.POSITIVE_INFINITY);
  await closing.close();
  await release();
  await pay(other, 1_000, 20);
  await keptData(other);
  const [next] = await openTabs(context, edge.url, 1);
  const all = { n: 60, sum: sumOf(1, 40) + sumOf(1_000, 20) };
  await expect.poll(() => paid(next)).toEqual(all);
  expect(await paid(other)).toEqual(all);
});

test("a tab is hidden in the middle of its work and goes on: the next page does none of it again", async ({
  context,
  edge,
}) => {
  const [page] = await openTabs(context, edge.url, 1);
  await paid(page);
  await page.evaluate(() => {
    for (let amount = 1; amount <= 3; amount++) window.ghostlight?.push(["track", "Paid", { amount }]);
    Object.defineProperty(document, "visibilityState", { value: "hidden" });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  // More than a ghost remembers the events of.
  await pay(page, 4, 70);
  const all = { n: 73, sum: sumOf(1, 73) };
  expect(await paid(page)).toEqual(all);
  const [next] = await openTabs(context, edge.url, 1);
  await expect.poll(() => paid(next)).toEqual(all);
});

test("a tab crashes in the middle of its work: what it had put in stays, whole, and the others go on", async ({
  context,
  edge,
}) => {
  onlyChromium("protocol");
  const faults = faultsOf(context);
  const [crashing, other] = await openTabs(context, edge.url, 2);
  await payOn(crashing);
  await expect.poll(async () => (await paid(other)).n).toBeGreaterThan(20);
  const crashed = crashing.waitForEvent("crash");
  const session = await context.newCDPSession(crashing);
  // Nobody is left to answer.
  session.send("Page.crash").catch(() => undefined);
  await crashed;
  const { n, sum } = await paid(other);
  expect(sum).toBe(sumOf(1, n));
  await pay(other, 10_000, 10);
  await keptData(other);
  const [next] = await openTabs(context, edge.url, 1);
  await pay(next, 20_000, 10);
  const all = { n: n + 20, sum: sum + sumOf(10_000, 10) + sumOf(20_000, 10) };
  await expect.poll(() => paid(next)).toEqual(all);
  expect(faults).toEqual([]);
});

test("the whole browser crashes: on its disk the profile is whole, and goes on", async ({ edge }) => {
  onlyChromium("protocol");
  const profile = await mkdtemp(join(tmpdir(), "ghostlight-profile-"));
  try {
    const before = await chromium.launchPersistentContext(profile, LAUNCH);
    const [page] = await openTabs(before, edge.url, 1);
    await payOn(page);
    await expect.poll(async () => (await paid(page)).n).toBeGreaterThan(20);
    const cookies = await before.cookies();
    const least = (await paid(page)).n;
    const gone = new Promise((resolve) => before.once("close", resolve));
    const session = await before.browser()?.newBrowserCDPSession();
    session?.send("Browser.crash").catch(() => undefined);
    await gone;
    const after = await chromium.launchPersistentContext(profile, LAUNCH);
    // Chromium writes cookies half a minute late.
    await after.addCookies(cookies);
    const next = await after.newPage();
    await next.goto(`${edge.url}/en.html`);
    await expect.poll(async () => (await paid(next)).n).toBeGreaterThanOrEqual(least);
    const { n, sum } = await paid(next);
    expect(sum).toBe(sumOf(1, n));
    await pay(next, 10_000, 10);
    expect(await paid(next)).toEqual({ n: n + 10, sum: sum + sumOf(10_000, 10) });
    await after.close();
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
});

test("under analytics alone two tabs keep no ghost, only the pseudonym", async ({ context, edge }) => {
  const pages = await openTabs(context, edge.url, 2, { analytics: true, personalization: false });
  await payAll(pages);
  for (const page of pages) expect(Object.keys(await keptData(page))).toEqual(["events"]);
  const names = (await Promise.all(pages.map(keptData))).map(
    ({ events }) => Object(Object(events).identity).anonymousId,
  );
  expect(names).toEqual([expect.any(String), names[0]]);
});

for (const how of ["tabs hear each other", "there are no channels, and no locks"]) {
  test(`withdrawn in one tab while another is in the middle of its work, and ${how}: no ghost is left, and none comes back`, async ({
    context,
    edge,
  }) => {
    await context.addInitScript(SILENT[how]?.silence ?? (() => undefined));
    const pages = await openTabs(context, edge.url, 3);
    const [one, busy] = pages;
    const keys = () => Promise.all(pages.map(async (page) => Object.keys(await keptData(page))));
    const storage = () => Promise.all(pages.map(async (page) => (await kept(page)).storage));
    const stop = () => busy.evaluate(() => Reflect.get(window, "stop")());
    await payOn(busy);
    await expect.poll(async () => (await paid(one)).n).toBeGreaterThan(20);

    await choose(one, { analytics: true });
    await expect.poll(keys).toEqual([["events"], ["events"], ["events"]]);
    await stop();
    await keptData(busy);
    expect(await keys()).toEqual([["events"], ["events"], ["events"]]);

    await choose(one, BOTH);
    await payOn(busy);
    await expect.poll(async () => (await paid(one)).n).toBeGreaterThan(20);
    await choose(one, {});
    await expect.poll(storage).toEqual([[], [], []]);
    await stop();
    await keptData(busy);
    expect(await storage()).toEqual([[], [], []]);
  });
}
