/** Pages with the dialogs alone on them, under a strict policy, and what tests look at there. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test as base, expect, type Page } from "@playwright/test";
import type { Harness, Shown } from "../gallery/harness.ts";
import { bundleHarness, ORIGIN, STYLES, serveHarness } from "../gallery/serve.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export interface Dialogs {
  /** Loads a page that looks like `style`. */
  readonly load: (style?: keyof typeof STYLES) => Promise<void>;
  readonly show: (shown: Shown) => Promise<void>;
  readonly hide: () => Promise<void>;
  /** What the dialogs told their host. */
  readonly calls: () => Promise<unknown[][]>;
}

export const test = base.extend<{ dialogs: Dialogs }, { script: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is used
  script: [async ({}, use) => use(await bundleHarness()), { scope: "worker" }],
  dialogs: async ({ page, script }, use) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    // What moves cannot be measured.
    await page.emulateMedia({ reducedMotion: "reduce" });
    await serveHarness(page, script, STYLES);
    const call = <K extends keyof Harness>(name: K, ...args: unknown[]) =>
      page.evaluate(
        ([name, args]) => {
          const { harness } = window as unknown as { harness: Record<string, unknown> };
          const found = harness[name];
          return typeof found === "function" ? found(...args) : found;
        },
        [name, args] as const,
      );
    await use({
      load: async (style = "page") => {
        await page.goto(`${ORIGIN}/?style=${style}`);
      },
      show: (shown) => call("show", shown),
      hide: () => call("hide"),
      calls: () => call("calls"),
    });
    expect(faults).toEqual([]);
  },
});

/** Rules of WCAG 2.2 AA that the page breaks, with the nodes at fault. Frames are pages of their own. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  return page.evaluate(async () => {
    const runOnly = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    const { run } = Reflect.get(window, "axe");
    const { violations } = await run(document, { runOnly, resultTypes: ["violations"], iframes: false });
    return violations.map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** Everything in the dialog that can be pressed, as it is drawn, with its size in CSS pixels. */
export async function targets(page: Page): Promise<{ name: string; width: number; height: number }[]> {
  return page.getByRole("dialog").evaluate((dialog) => {
    const found = [dialog, dialog.shadowRoot].flatMap((root) => [
      ...(root?.querySelectorAll<HTMLElement>("a, button, input, select, summary") ?? []),
    ]);
    return found
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return { name: one.textContent || one.getAttribute("aria-label") || one.outerHTML, width, height };
      });
  });
}

/** What has the focus, through shadow roots: its text or its label. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0] : undefined;
    return at?.getAttribute("aria-label") || label?.firstChild?.textContent || at?.textContent?.trim() || "";
  });
}

/** Waits for the center's last section and for what is known: it is drawn section by section. */
export async function drawnWhole(page: Page): Promise<void> {
  await expect(page.getByRole("dialog").locator("[aria-busy=false]")).toBeAttached();
}

/** Unfolds all that is folded in the dialog. */
export async function unfold(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  await dialog.evaluate((one) => {
    one.querySelector<HTMLElement>("[slot=more][aria-expanded=false]")?.click();
    for (const details of one.shadowRoot?.querySelectorAll("details") ?? []) details.open = true;
  });
  await expect(dialog.locator("[slot=more][aria-expanded=false]")).toHaveCount(0);
}

/** Until what was asked of the page has been drawn: a press of the wheel is answered with a later frame, if at all. */
export async function nextFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))),
  );
}
