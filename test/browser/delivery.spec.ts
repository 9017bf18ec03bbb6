/** The faults of `npm run delivery` that say most, few events each; and input that must not break anything. */
import { play } from "../delivery/play.mjs";
import { rows } from "../delivery/rows.mjs";
import { ghostlight } from "../delivery/trackers/ghostlight.mjs";
import { onlyChromium } from "./_only.ts";
import { expect, push, test } from "./edge.ts";
import { IS_FIREFOX } from "./launch.ts";

const CHOSEN = ["answer-lost", "garbage", "poison", "young", "left", "tab-killed", "five-tabs", "withdrawn", "to-json"];

// A row waits for what may come late: a second or two each, and more on a busy machine.
test.describe.configure({ mode: "parallel", timeout: 90_000 });

test.describe("nothing is lost and nothing doubled", () => {
  for (const row of rows.filter(({ name }) => CHOSEN.includes(name))) {
    test(row.fault, async ({ browser }) => {
      if (row.name === "tab-killed") onlyChromium("protocol");
      const { faults, tally } = await play(row, {
        tracker: ghostlight,
        browser,
        engine: IS_FIREFOX ? "firefox" : "chromium",
        events: 60,
      });
      expect(faults).toEqual([]);
      expect(tally.sent).toBeGreaterThan(0);
    });
  }

  test.afterAll(() => ghostlight.end?.());
});

test("what cannot be an event is named in the console, is not sent, and breaks nothing", async ({
  page,
  edge,
  watch,
}) => {
  await page.goto(`${edge.url}/en.html`);
  await page.getByRole("button", { name: "Accept" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const bad = await page.evaluate(() => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    const calls: Record<string, readonly unknown[]> = {
      Circular: [circular],
      "Big Number": [{ amount: 10n }],
      "Much Text": [{ text: "x".repeat(2 ** 20) }],
      "A Function": [{ run: () => 1 }],
      "A Symbol": [{ kind: Symbol("kind") }],
      "An Element": [{ clicked: document.body }],
      "No Object": ["properties"],
    };
    const client = window.ghostlight as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
    for (const [name, args] of Object.entries(calls)) client.track?.(name, ...args);
    for (const name of [undefined, "", 7, {}, null]) client.track?.(name, { a: 1 });
    return Object.keys(calls);
  });
  await push(page, ["track", "Product Viewed", { product_id: "p1" }]);
  await expect
    .poll(async () => (await edge.events()).map(({ event, type }) => event ?? type))
    .toEqual(["page", "Product Viewed"]);
  for (const name of bad) {
    await expect
      .poll(() => watch.console.filter((line) => line.startsWith("error") && line.includes(name)))
      .toHaveLength(1);
  }
  const named = watch.console.filter((line) => line.startsWith("error"));
  expect(named.length).toBe(bad.length + 5);
  expect(watch.faults).toEqual([]);
});
