/** Ways to reach a visitor, on the real edge: how each stands, when the browser is asked, and what is kept. */
import type { Channel } from "@ghostlight/rules";
import type { Page } from "@playwright/test";
import { drawnWhole } from "./_harness.ts";
import { type Edge, expect, kept, push, type Served, test, withEdge } from "./edge.ts";

const CHANNELS = ["email", "email_tracking", "sms", "push", "post", "onsite"];
const served: Served = {
  siteFile: "test/browser/pages/site.json",
  pages: "test/browser/pages",
  patch: { channels: CHANNELS, topics: { news: { name: "News" }, care: { name: "Care" } } },
};
test.use({ served });

const DATABASE = "indexedDB ghostlight-preferences";

async function openCenter(page: Page, { url }: Edge): Promise<void> {
  await page.goto(`${url}/en.html`);
  await openAgain(page);
}

async function openAgain(page: Page): Promise<void> {
  await push(page, ["preferences.open"]);
  await expect(page.getByRole("switch", { name: "E-mail", exact: true })).toBeAttached();
  await drawnWhole(page);
}

async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save my choices" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

const channel = (page: Page, name: string) => page.getByRole("switch", { name, exact: true });
const standing = (page: Page, name: string) =>
  page
    .getByRole("listitem")
    .filter({ has: channel(page, name) })
    .locator(".state");
const preferences = (page: Page) =>
  page.evaluate(async () => {
    const { ghostlight } = window;
    return ghostlight && "preferences" in ghostlight ? ghostlight.preferences.get() : undefined;
  });
const reachable = async (page: Page) => (await preferences(page))?.reachable;
/** How a channel stands, and who can be reached: that nobody can be is told only with what came before it. */
const stands = (page: Page, id: Channel) => async () => {
  const { channels, reachable } = (await preferences(page)) ?? {};
  return [channels?.[id], reachable];
};

/** The browser's permission as a test sets it; what it was asked, with whether the visitor had just pressed something. */
async function fakePermission(page: Page, permission: string, answer = permission): Promise<() => Promise<boolean[]>> {
  await page.addInitScript(
    ([permission, answer]) => {
      const asked: boolean[] = [];
      const state = { permission };
      Object.assign(window, { asked });
      Object.defineProperty(Notification, "permission", { get: () => state.permission });
      Notification.requestPermission = async () => {
        asked.push(navigator.userActivation.isActive);
        state.permission = answer ?? "";
        return answer as NotificationPermission;
      };
    },
    [permission, answer] as const,
  );
  return () => page.evaluate(() => Reflect.get(window, "asked"));
}

test("an address waits for its confirmation, and only then reaches senders", async ({ page, edge, watch }) => {
  await openCenter(page, edge);
  await channel(page, "E-mail").click();
  await expect(standing(page, "E-mail")).toHaveText("We have no address yet.");
  await save(page);
  await expect.poll(stands(page, "email")).toEqual(["intent", []]);
  await push(page, ["preferences.address", "email"]);
  await expect.poll(stands(page, "email")).toEqual(["pending", []]);
  await push(page, ["preferences.open"]);
  await expect(standing(page, "E-mail")).toHaveText("Waiting for your confirmation: look for our message.");
  await page.keyboard.press("Escape");
  await push(page, ["preferences.confirm", "email"]);
  await expect.poll(() => reachable(page)).toEqual(["email"]);
  await openCenter(page, edge);
  await expect(standing(page, "E-mail")).toHaveText("Confirmed.");
  expect(watch.faults).toEqual([]);
});

test("where the law asks no more, an address is enough", async ({ page }) => {
  await withEdge({ ...served, patch: { ...served.patch, doubleOptIn: ["DE", "AT"] } }, async (edge) => {
    // No country is known here, so the strictest holds.
    await openCenter(page, edge);
    await channel(page, "E-mail").click();
    await save(page);
    await push(page, ["preferences.address", "email"]);
    await expect.poll(stands(page, "email")).toEqual(["pending", []]);
  });
  await withEdge({ ...served, patch: { ...served.patch, doubleOptIn: false } }, async (edge) => {
    await openCenter(page, edge);
    await channel(page, "Text messages").click();
    await save(page);
    await push(page, ["preferences.address", "sms"]);
    await expect.poll(() => reachable(page)).toEqual(["sms"]);
  });
});

test("what needs no address counts at once; nothing counts during a pause", async ({ page, edge }) => {
  await openCenter(page, edge);
  await channel(page, "On this site").click();
  await channel(page, "Openings of e-mails").click();
  await save(page);
  // Nobody watches mails that are not sent.
  await expect.poll(() => reachable(page)).toEqual(["onsite"]);
  await openAgain(page);
  await page.getByRole("button", { name: "1 month" }).click();
  await expect(page.getByText(/^Paused until \w+ \d+, \d{4}\.$/)).toBeVisible();
  await save(page);
  await expect.poll(() => reachable(page)).toEqual([]);
  await openAgain(page);
  await expect(page.getByLabel("Pause everything until").first()).toHaveValue(/^\d{4}-\d\d-\d\d$/);
  await page.getByRole("button", { name: "No pause" }).press("Enter");
  await expect(page.getByText(/^Paused/)).toHaveCount(0);
  await save(page);
  await expect.poll(() => reachable(page)).toEqual(["onsite"]);
});

test.describe("push", () => {
  test("asks the browser in the visitor's own press, and at no other time", async ({ page, edge, watch }) => {
    const asked = await fakePermission(page, "default", "granted");
    await openCenter(page, edge);
    for (const name of ["E-mail", "On this site"]) await channel(page, name).click();
    await save(page);
    await expect.poll(() => reachable(page)).toEqual(["onsite"]);
    await page.reload();
    await push(page, ["preferences.set", { channels: { push: true }, topics: [] }]);
    await expect.poll(() => reachable(page)).toEqual([]);
    await openAgain(page);
    await expect(channel(page, "Notifications")).not.toBeChecked();
    expect(await asked()).toEqual([]);
    await channel(page, "Notifications").focus();
    await page.keyboard.press("Space");
    await expect(channel(page, "Notifications")).toBeChecked();
    await expect.poll(asked).toEqual([true]);
    await save(page);
    await expect.poll(() => reachable(page)).toEqual(["push"]);
    expect(await asked()).toEqual([true]);
    expect(watch.faults).toEqual([]);
  });

  test("goes back where the browser refuses, and says why", async ({ page, edge }) => {
    await fakePermission(page, "default", "denied");
    await openCenter(page, edge);
    await channel(page, "Notifications").click();
    const told = "Your browser does not allow notifications here.";
    await expect(page.getByRole("status")).toHaveText(told);
    await expect(channel(page, "Notifications")).not.toBeChecked();
    await expect(standing(page, "Notifications")).toHaveText(told);
    await save(page);
    // What is asked for after it would find what it wrote.
    expect((await preferences(page))?.channels).toEqual({});
    expect((await kept(page)).storage).not.toContain(DATABASE);
  });

  test("is allowed by the real browser without a question, once it was", async ({ page, edge, context }) => {
    await context.grantPermissions(["notifications"], { origin: edge.url });
    await openCenter(page, edge);
    await channel(page, "Notifications").click();
    await expect(channel(page, "Notifications")).toBeChecked();
    await save(page);
    await expect.poll(() => reachable(page)).toEqual(["push"]);
  });

  test("cannot be turned on where the browser has none", async ({ page, edge }) => {
    await page.addInitScript(() => Reflect.deleteProperty(window, "Notification"));
    await openCenter(page, edge);
    await expect(channel(page, "Notifications")).toBeDisabled();
    await expect(standing(page, "Notifications")).toBeVisible();
  });
});

test("what one tab sets, the center of another shows", async ({ page, edge, context }) => {
  await openCenter(page, edge);
  await page.keyboard.press("Escape");
  const other = await context.newPage();
  await openCenter(other, edge);
  await channel(other, "Post").click();
  await other.getByRole("checkbox", { name: "Care" }).check();
  await other.getByLabel("How often").selectOption({ label: "Once a month at most" });
  await save(other);
  await openAgain(page);
  await expect(channel(page, "Post")).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Care" })).toBeChecked();
  await expect(page.getByLabel("How often")).toHaveValue("monthly");
});

test("what was stored and spoilt is left out, and can be set anew", async ({ page, edge, watch }) => {
  await openCenter(page, edge);
  await channel(page, "Post").click();
  await save(page);
  await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open("ghostlight-preferences");
      request.onsuccess = () => resolve(request.result);
    });
    const spoilt = { channels: { post: "sure", sms: "pending", email: {} }, topics: 5, pausedUntil: "2026-99-99" };
    const transaction = opened.transaction("values", "readwrite");
    transaction.objectStore("values").put({ ...spoilt, frequency: [], preferred: "post" }, "preferences");
    await new Promise((resolve) => {
      transaction.oncomplete = resolve;
    });
    opened.close();
  });
  await openCenter(page, edge);
  await expect(channel(page, "Text messages")).toBeChecked();
  await expect(channel(page, "Post")).not.toBeChecked();
  await channel(page, "Post").click();
  await save(page);
  await openAgain(page);
  await expect(channel(page, "Post")).toBeChecked();
  expect(watch.faults).toEqual([]);
});

test("by keyboard alone: each channel, topic, choice and the pause in turn, with nothing kept but what was set", async ({
  page,
  edge,
}) => {
  await openCenter(page, edge);
  await channel(page, "E-mail").focus();
  await page.keyboard.press("Space");
  await channel(page, "Text messages").press("Space");
  const order: string[] = [];
  await channel(page, "On this site").focus();
  while (order.length < 12 && order.at(-1) !== "No pause") {
    await page.keyboard.press("Tab");
    order.push(
      await page.evaluate(() => {
        const at = document.activeElement?.shadowRoot?.activeElement;
        const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : at;
        return [...(label?.childNodes ?? [])].find((one) => one.nodeType === 3)?.textContent ?? "";
      }),
    );
  }
  // The fields of the date are one after the other.
  expect(order.filter((name, at) => name !== order[at - 1])).toEqual([
    "News",
    "Care",
    "What suits you best",
    "How often",
    "Pause everything until",
    "1 month",
    "3 months",
    "No pause",
  ]);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/^Paused until/)).toBeVisible();
  expect((await kept(page)).storage).not.toContain(DATABASE);
  await save(page);
  await expect.poll(async () => (await kept(page)).storage).toContain(DATABASE);
});
