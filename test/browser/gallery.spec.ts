import type { Page } from "@playwright/test";
import states from "../../demo/src/gallery/states.json" with { type: "json" };
import { violations } from "./_harness.ts";
import { onlyChromium } from "./_only.ts";
import { expect, test } from "./edge.ts";

test.use({ served: { siteFile: "demo/ghostlight.json", pages: "demo/dist" } });

interface Look {
  readonly regime: string;
  readonly theme: string;
  readonly language: string;
  readonly width: string;
}

/** What a frame shows, and how. */
interface Drawn {
  readonly state: string;
  /** What it says that it has drawn. */
  readonly id: string;
  /** Language and direction of each dialog in it. */
  readonly dialogs: readonly string[];
  readonly dark: boolean;
  readonly width: number;
}

/** Every frame of the page that is seen, once all have drawn what they are to show. */
async function drawn(page: Page, { regime, theme, language }: Look): Promise<readonly Drawn[]> {
  const wanted = new URLSearchParams({ regime, theme, language }).toString();
  const look = (wanted: string): Drawn[] | false => {
    const all = [...document.querySelectorAll<HTMLIFrameElement>("[data-gallery] iframe")];
    const seen = all.filter((frame) => frame.checkVisibility());
    const drawn = seen.map((frame) => {
      const { contentDocument: inside, contentWindow: its } = frame;
      const id = inside?.documentElement?.dataset.drawn;
      const what = [...(inside?.querySelectorAll("[role=dialog], [role=group], main:has(h3)") ?? [])];
      const text = what.map((one) => `${one.textContent}${one.shadowRoot?.textContent}`).join("");
      // It may still show what it showed before.
      if (!its?.location.search.endsWith(wanted) || !id || text.length <= 30) return undefined;
      if (!what[0]?.checkVisibility() || !what[0].getBoundingClientRect().height) return undefined;
      const dialogs = what.filter((one) => one.getAttribute("role") === "dialog");
      return {
        state: frame.dataset.state ?? "",
        id,
        dialogs: dialogs.map((one) => `${one.getAttribute("lang")} ${one.getAttribute("dir")}`),
        dark: its.matchMedia("(prefers-color-scheme: dark)").matches,
        width: its.innerWidth,
      };
    });
    // Those far down come when they are scrolled to.
    seen[drawn.indexOf(undefined)]?.scrollIntoView();
    const done = drawn.filter((one) => one !== undefined);
    return done.length > 0 && done.length === drawn.length && done;
  };
  const found = await page.waitForFunction(look, wanted, { polling: 50 });
  return (await found.jsonValue()) || [];
}

/** The frames of both pages are the same: every look is drawn on one of them, the other's own on the other. */
const LOOKS: Readonly<Record<string, readonly Look[]>> = {
  "/gallery/": [
    { regime: "opt-in", theme: "light", language: "en", width: "768" },
    { regime: "opt-out", theme: "dark", language: "ar", width: "320" },
    { regime: "notice", theme: "brand", language: "it", width: "1440" },
  ],
  "/it/gallery/": [{ regime: "opt-in", theme: "light", language: "it", width: "768" }],
};

for (const [path, looks] of Object.entries(LOOKS)) {
  for (const look of looks) {
    test(`${path} in ${Object.values(look).join(", ")}: every state is drawn, without a fault, and keeps nothing`, async ({
      page,
      edge,
      watch,
    }) => {
      // A scheme that is emulated would hold in the frames too, whatever the page around them says.
      await page.emulateMedia({ reducedMotion: "reduce", colorScheme: null });
      await page.goto(`${edge.url}${path}?${new URLSearchParams({ ...look })}`);
      await page.getByRole("button", { name: /^(Refuse|Rifiuta)$/ }).click();
      const frames = await drawn(page, look);
      expect(frames.map(({ id }) => id)).toEqual(states.map(({ id }) => id));
      for (const { state, id, dialogs, dark, width } of frames) {
        expect(state).toBe(id);
        const direction = look.language === "ar" ? "rtl" : "ltr";
        const isDialog = !["declaration", "placeholder"].includes(id);
        expect(dialogs, id).toEqual(isDialog ? [`${look.language} ${direction}`] : []);
        expect([dark, width], id).toEqual([look.theme === "dark", Number(look.width)]);
      }
      expect(await violations(page)).toEqual([]);
      expect(watch).toMatchObject({ faults: [], console: [] });
      await expect.poll(() => page.context().cookies()).toHaveLength(1);
      expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    });
  }
}

test("the form shows one part alone, says how many, and the address brings it back", async ({ page, edge }) => {
  await page.goto(`${edge.url}/gallery/`);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  await page.getByLabel("Part").selectOption("modal");
  await expect(page.getByRole("status")).toHaveText("3 states");
  await expect(page.locator("[data-gallery] iframe:visible")).toHaveCount(3);
  await page.reload();
  await expect(page.getByLabel("Part")).toHaveValue("modal");
  await expect(page.locator("[data-gallery] iframe:visible")).toHaveCount(3);
  await drawn(page, { regime: "opt-in", theme: "light", language: "en", width: "768" });
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
});

test("who changes the form faster than frames can load sees what was asked for last, and goes back in one step", async ({
  page,
  edge,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: null });
  await page.goto(`${edge.url}/`);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  await page.goto(`${edge.url}/gallery/?layer=box`);
  await page.locator("select[name=language]").evaluate(async (field: HTMLSelectElement) => {
    for (let after = 0; after <= 60; after += 3) {
      field.value = field.value === "it" ? "ar" : "it";
      field.dispatchEvent(new Event("change", { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, after));
    }
  });
  await drawn(page, { regime: "opt-in", theme: "light", language: "it", width: "768" });
  onlyChromium("back");
  await page.goBack();
  await expect(page).toHaveURL(`${edge.url}/`);
});

test("each field of the form changes what is seen at once", async ({ page, edge }) => {
  const look = { regime: "opt-in", theme: "light", language: "en", width: "768" };
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: null });
  await page.goto(`${edge.url}/gallery/?layer=modal`);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  const fields = { regime: "opt-out", theme: "dark", language: "ar", width: "320" };
  for (const [name, value] of Object.entries(fields)) {
    const before = await drawn(page, look);
    await page.locator(`select[name=${name}]`).selectOption(value);
    Object.assign(look, { [name]: value });
    await expect(page).toHaveURL(new RegExp(`[?&]${name}=${value}\\b`));
    await expect.poll(() => drawn(page, look)).toHaveLength(before.length);
  }
  await expect
    .poll(async () => (await drawn(page, look)).map(({ dialogs, dark, width }) => [dialogs, dark, width]))
    .toEqual(Array(3).fill([["ar rtl"], true, 320]));
});

test("the frames are alive: an answer closes the dialog, which comes back, and the visitor's own choice stays", async ({
  page,
  edge,
}) => {
  await page.goto(`${edge.url}/gallery/`);
  await page.getByRole("button", { name: "Refuse", exact: true }).click();
  const cookies = () => page.context().cookies();
  await expect.poll(cookies).toHaveLength(1);
  const before = await cookies();
  const inside = page.locator("iframe[data-state=box]").contentFrame();
  // It is away for less than a second, in which a busy machine may not look.
  await inside.getByRole("dialog").evaluate((one) => {
    const away = () => !one.isConnected && one.ownerDocument.documentElement.setAttribute("data-away", "");
    new MutationObserver(away).observe(one.ownerDocument, { childList: true, subtree: true });
  });
  await inside.getByRole("button", { name: "Accept" }).press("Enter");
  await expect(inside.locator("html")).toHaveAttribute("data-away");
  await expect(inside.getByRole("dialog")).toHaveCount(1);
  expect(await cookies()).toEqual(before);
});

test("the footer of every page leads there", async ({ page, edge }) => {
  await page.goto(`${edge.url}/it/privacy.html`);
  await page.getByRole("contentinfo").getByRole("link", { name: "Galleria" }).click();
  await expect(page).toHaveURL(/\/it\/gallery\/$/);
});
