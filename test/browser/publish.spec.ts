/** Pages that are open, or whose entry comes from the browser's cache, while their site is published anew. */
import { readFile, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { newFolder, runCommand } from "./_command.ts";
import { atRest, test as base, expect, push } from "./edge.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

interface Desk {
  readonly url: string;
  readonly publish: (fields: Record<string, unknown>) => Promise<void>;
  readonly rollback: () => Promise<void>;
  /** The entry as the edge has it now. */
  readonly entry: () => Promise<string>;
}

const test = base.extend<{ desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is used
  desk: async ({}, use) => {
    const data = await newFolder();
    const site = JSON.parse(await readFile(join(root, "test/browser/pages/site.json"), "utf8"));
    const publish = async (fields: Record<string, unknown>) => {
      const file = join(data, "site.json");
      await writeFile(file, JSON.stringify({ ...site, languages: ["en"], ...fields }));
      await runCommand(["publish", file, "--data", data]);
    };
    await publish({});
    const printed = await runCommand(["serve", "--public", "test/browser/pages", "--data", data, "--port", "0"]);
    const [url] = /http:\/\/localhost:\d+/.exec(printed) ?? [];
    if (!url) throw new Error(`the edge printed no address: ${printed}`);
    const entry = async () => (await fetch(`${url}/g/shop.js`)).text();
    const rollback = async () => void (await runCommand(["rollback", "shop", "--data", data]));
    await use({ url, publish, rollback, entry });
  },
});

const heading = (page: Page, name: string) => page.getByRole("dialog", { name });
const changed = { texts: { en: { title: "Other words", center: { title: "Other choices" } } } };

/** Whatever entry the page has, its browser has asked for another behind it. */
async function shows(page: Page, url: string, name: string): Promise<void> {
  await expect(async () => {
    await page.goto(url);
    await expect(heading(page, name)).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test("an open page goes on with its own release; the next ones get what is published, and what is rolled back to", async ({
  page,
  desk,
  watch,
}) => {
  const url = `${desk.url}/en.html`;
  await page.goto(url);
  const first = await page.getByRole("dialog").getAttribute("aria-labelledby");
  expect(first).not.toBeNull();
  const before = await desk.entry();
  await desk.publish(changed);
  await expect.poll(desk.entry).not.toBe(before);
  const answer = page.waitForResponse((response) => response.url().endsWith("/center.js"));
  await page.getByRole("button", { name: "Choose one by one" }).click();
  expect((await answer).status()).toBe(200);
  await expect(page.getByRole("button", { name: "Save my choices" })).toBeVisible();
  await expect(heading(page, "Other choices")).toHaveCount(0);
  await shows(page, url, "Other words");
  await desk.rollback();
  await expect.poll(desk.entry).toBe(before);
  await expect(async () => {
    await page.goto(url);
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 2_000 });
    await expect(heading(page, "Other words")).toHaveCount(0);
  }).toPass();
  expect(watch.faults).toEqual([]);
});

test("an entry from the cache starts a page before the edge answers, and the choice goes to the edge behind that", async ({
  page,
  desk,
  watch,
}) => {
  await withGate(desk.url, async (gate) => {
    const url = `${gate.url}/en.html`;
    const slot = page.locator("[data-gl-slot=hello]");
    await page.goto(url);
    await page.getByRole("button", { name: "Accept" }).click();
    for (const id of ["a", "b", "c"]) await push(page, ["track", "Product Viewed", { product_id: id }]);
    await expect(slot).toHaveText("Back again");
    const before = await desk.entry();
    await desk.publish({ experiences: {} });
    await expect.poll(desk.entry).not.toBe(before);

    gate.close();
    await page.goto(url);
    await expect(slot).toHaveText("Back again");
    await expect.poll(() => gate.waiting()).toBe(1);
    expect(gate.passed).toEqual([[200, false]]);
    gate.open();
    await expect.poll(() => gate.passed.length).toBe(2);
    expect(gate.passed[1]).toEqual([200, true]);

    await page.goto(url);
    await expect.poll(() => gate.passed.length).toBe(3);
    expect(gate.passed[2]).toEqual([304, true]);
    await atRest(page);
    await expect(slot).toHaveText("Default");
    expect(watch.faults).toEqual([]);
  });
});

interface Gate {
  readonly url: string;
  /** Of each entry that was let through: status, and whether it was told of a choice. */
  readonly passed: (readonly [number | undefined, boolean])[];
  /** Entries that the edge has answered, and that are kept back. */
  readonly waiting: () => number;
  readonly close: () => void;
  readonly open: () => void;
}

/** The edge behind another port, which may keep entries back. Not by `page.route`: that switches the cache off. */
async function withGate(edge: string, use: (gate: Gate) => Promise<void>): Promise<void> {
  const passed: (readonly [number | undefined, boolean])[] = [];
  const waiting: (() => void)[] = [];
  let isOpen = true;
  const server = createServer((asked, answer) => {
    const { port } = new URL(edge);
    const onward = request({ port, path: asked.url, method: asked.method, headers: asked.headers }, (got) => {
      const pass = () => {
        answer.writeHead(got.statusCode ?? 500, got.headers);
        got.pipe(answer);
      };
      if (asked.url !== "/g/shop.js") return pass();
      const passEntry = () => {
        passed.push([got.statusCode, /\bghostlight=1/.test(asked.headers.cookie ?? "")]);
        pass();
      };
      if (isOpen) passEntry();
      else waiting.push(passEntry);
    });
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  try {
    await use({
      url: `http://localhost:${address.port}`,
      passed,
      waiting: () => waiting.length,
      close() {
        isOpen = false;
      },
      open() {
        isOpen = true;
        for (const pass of waiting.splice(0)) pass();
      },
    });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
