/** Where the bar that scrolls a page takes room, the dialog does not come before it: else it would move as that comes. */
import { createServer } from "node:http";
import { onlyChromium } from "./_only.ts";
import { expect, test } from "./edge.ts";
import { LAUNCH } from "./launch.ts";

const SITE = { siteFile: "test/browser/pages/site.json", pages: "test/browser/pages" };

// As browsers on a desk have it, unlike those without a head.
test.use({ launchOptions: { ...LAUNCH, ignoreDefaultArgs: ["--hide-scrollbars"] } });

/** A page that gets the bar that scrolls it only after its first frame. */
async function withGrowingPage(script: string, use: (url: string) => Promise<void>): Promise<void> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html");
    response.write(
      `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"><script src="${script}"></script></head><body><p>First</p>`,
    );
    setTimeout(() => response.end('<div style="height: 300vh">More</div></body></html>'), 700);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  try {
    await use(`http://localhost:${address.port}/`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const SHIFT = () =>
  new Promise<number>((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += Reflect.get(entry, "value");
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 500);
  });

test.describe("a bar on a desk, of a page that grows after its first frame", () => {
  test.use({ served: { ...SITE, patch: { banner: { layout: "bar" } } } });

  test("comes with the rest, and nothing of it moves", async ({ page, edge }) => {
    onlyChromium("shift");
    await withGrowingPage(`${edge.url}/g/shop.js`, async (url) => {
      await page.goto(url);
      await expect(page.getByRole("dialog")).toBeVisible();
      expect(await page.evaluate(SHIFT)).toBe(0);
    });
  });
});
