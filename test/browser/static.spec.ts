/** A site as plain files: a server that knows nothing but types, a strict policy that lets nothing be sent, no edge. */
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import type { Page } from "@playwright/test";
import { newFolder, runCommand } from "./_command.ts";
import { expectJudged, JUDGED } from "./_judged.ts";
import { atRest, test as base, expect, kept, push, type Watch } from "./edge.ts";
import { IS_FIREFOX } from "./launch.ts";

interface Files {
  /** Writes the files of a site with these keys beside its own, and a page that includes them by `tag`. */
  readonly make: (fields?: Record<string, unknown>, pinned?: boolean) => Promise<void>;
  /** Address of the page. */
  readonly url: string;
  readonly folder: string;
  /** Every request, as "METHOD path". */
  readonly asked: string[];
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
};

const test = base.extend<{ files: Files }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is used
  files: async ({}, use) => {
    const folder = await newFolder();
    const asked: string[] = [];
    const server = createServer(async (request, answer) => {
      const path = new URL(request.url ?? "/", "http://a").pathname;
      asked.push(`${request.method} ${path}`);
      const text = request.method === "GET" ? await readFile(join(folder, path)).catch(() => undefined) : undefined;
      answer.writeHead(text ? 200 : 404, { "Content-Type": TYPES[extname(path)] ?? "text/plain" });
      answer.end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const url = `http://localhost:${address.port}/page.html`;
    await use({ make: (fields, pinned) => make(folder, fields, pinned), url, folder, asked });
    server.closeAllConnections();
    server.close();
  },
});

async function make(folder: string, fields: Record<string, unknown> = {}, pinned = false): Promise<void> {
  const site = {
    site: "shop",
    origins: ["https://shop.example"],
    experiences: { lead: { slot: "hello", if: { stage: "lead" }, show: { template: "lead" } } },
    ...fields,
  };
  const file = join(folder, "site.json");
  await writeFile(file, JSON.stringify(site));
  await runCommand(["static", file, "--out", join(folder, "g")]);
  const { files, importMap, importMapSource } = JSON.parse(await readFile(join(folder, "g/integrity.json"), "utf8"));
  const source = pinned ? ` ${importMapSource}` : "";
  const tag = pinned
    ? `<script type="importmap">${importMap}</script>
       <script src="/g/shop.js" integrity="${files["shop.js"]}" crossorigin="anonymous"></script>`
    : '<script src="/g/shop.js"></script>';
  await writeFile(
    join(folder, "watch.js"),
    'window.violations = []; addEventListener("securitypolicyviolation", (e) => violations.push(e.violatedDirective));',
  );
  await writeFile(
    join(folder, "page.html"),
    `<!doctype html><html lang="en"><head><meta charset="utf-8">
     <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; script-src 'self'${source}; require-trusted-types-for 'script'; trusted-types 'none'">
     <title>A page</title><link rel="icon" href="data:,"><script src="/watch.js"></script>${tag}</head>
     <body><p data-gl-slot="hello">Default</p><template id="lead"><em>Back again</em></template>
     <button type="button" data-ghostlight="preferences">Cookie choices</button></body></html>`,
  );
}

const slot = (page: Page) => page.locator("[data-gl-slot=hello]");

async function look(page: Page): Promise<void> {
  for (const id of ["a", "b", "c"]) await push(page, ["track", "Product Viewed", { product_id: id }]);
}

/** Requests that are for no file of the site. */
const strange = (asked: readonly string[]) =>
  asked.filter((one) => !/^GET \/(page\.html|watch\.js|favicon\.ico|g\/shop(\/[0-9a-f]{12}\/[a-z]+)?\.js)$/.test(one));

test("asks, personalises, remembers and forgets, without a request that is for no file", async ({
  page,
  files,
  watch,
}) => {
  await files.make();
  await page.goto(files.url);
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Personal content");
  await expect(dialog).not.toContainText("Statistics");
  await page.getByRole("button", { name: "Accept" }).click();
  await push(page, ["debug"]);
  await look(page);
  await expect(slot(page)).toHaveText("Back again");
  await expect
    .poll(() => watch.console)
    .toContainEqual(expect.stringMatching(/info: ghostlight: this site has no edge: /));
  await page.reload();
  await expect(slot(page)).toHaveText("Back again");
  expect((await kept(page)).storage.filter((one) => !one.startsWith("localStorage"))).toEqual(["indexedDB ghostlight"]);
  await page.getByRole("button", { name: "Cookie choices" }).click();
  await expect(page.getByRole("dialog")).toContainText("Personal content");
  await expect(page.getByRole("dialog")).not.toContainText("Statistics");
  await page.getByRole("button", { name: "Refuse" }).click();
  await expect(slot(page)).toHaveText("Default");
  await atRest(page);
  await expect.poll(async () => (await kept(page)).storage).toEqual([]);
  expect(strange(files.asked)).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, "violations"))).toEqual([]);
  expect(watch.faults).toEqual([]);
});

const counted = { services: { counter: { name: "Counter", purpose: "analytics" } } };

test("where another service counts, statistics are asked for, and nothing of ours comes of the yes", async ({
  page,
  files,
  watch,
}) => {
  await files.make({ ...counted, purposes: { personalization: false } });
  await page.goto(files.url);
  await expect(page.getByRole("dialog")).toContainText("Statistics");
  await page.getByRole("button", { name: "Choose one by one" }).click();
  await expect(page.getByRole("button", { name: "Save my choices" })).toBeVisible();
  await page.getByRole("button", { name: "Accept" }).click();
  await look(page);
  await atRest(page);
  await page.reload();
  await look(page);
  await atRest(page);
  expect((await kept(page)).storage).toEqual([]);
  expect(files.asked.filter((one) => one.endsWith("/engine.js"))).toEqual([]);
  expect(strange(files.asked)).toEqual([]);
  expect(watch.faults).toEqual([]);
});

test("with a yes to all, events shape the profile and leave nothing that waits to be sent", async ({
  page,
  files,
  watch,
}) => {
  await files.make(counted);
  await page.goto(files.url);
  await page.getByRole("button", { name: "Accept" }).click();
  await look(page);
  await expect(slot(page)).toHaveText("Back again");
  await page.goto("about:blank");
  await page.goto(files.url);
  await expect(slot(page)).toHaveText("Back again");
  await atRest(page);
  const { storage } = await kept(page);
  expect(storage).not.toContain("indexedDB ghostlight-events");
  expect(strange(files.asked)).toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, "violations"))).toEqual([]);
  expect(watch.faults).toEqual([]);
});

test("pinned by its hashes it works as it is, under a policy that names its import map", async ({
  page,
  files,
  watch,
}) => {
  await files.make({}, true);
  await page.goto(files.url);
  await page.getByRole("button", { name: "Accept" }).click();
  await look(page);
  await expect(slot(page)).toHaveText("Back again");
  expect(await page.evaluate(() => Reflect.get(window, "violations"))).toEqual([]);
  expect(watch.faults).toEqual([]);
});

test("pinned, an entry that was tampered with does not run", async ({ page, files, watch }) => {
  await files.make({}, true);
  await tamper(files.folder, (path) => path === "shop.js");
  await page.goto(files.url);
  await expectRefusal(watch);
  expect(await page.evaluate(() => "ghostlight" in window)).toBe(false);
});

test("pinned, an engine that was tampered with does not run, and the page goes on without it", async ({
  page,
  files,
  watch,
}) => {
  await files.make({}, true);
  await tamper(files.folder, (path) => path.endsWith("/engine.js"));
  await page.goto(files.url);
  await page.getByRole("button", { name: "Accept" }).click();
  await look(page);
  await expectRefusal(watch);
  await atRest(page);
  expect(await page.evaluate(() => "tampered" in window)).toBe(false);
  await expect(slot(page)).toHaveText("Default");
  expect(watch.faults).toEqual([]);
});

/** The browser says so: Firefox as of an exception that nobody caught. */
async function expectRefusal(watch: Watch): Promise<void> {
  const said = () => (IS_FIREFOX ? watch.faults.splice(0).map((fault) => `error: ${fault}`) : watch.console);
  await expect.poll(said).toContainEqual(expect.stringMatching(/error: .*integrity/i));
}

/** Adds to each such script what could be seen if it ran. */
async function tamper(folder: string, which: (path: string) => boolean): Promise<void> {
  const { files } = JSON.parse(await readFile(join(folder, "g/integrity.json"), "utf8"));
  for (const path of Object.keys(files).filter(which)) {
    const file = join(folder, "g", path);
    await writeFile(file, `window.tampered = 1;${await readFile(file, "utf8")}`);
  }
}

test("has the code that its rules ask for", async ({ page, files, watch }) => {
  await files.make({ segments: JUDGED });
  await page.goto(files.url);
  await page.getByRole("button", { name: "Accept" }).click();
  await expectJudged(page);
  expect(watch.faults).toEqual([]);
});
