import type { Page } from "@playwright/test";
import { CENTER_TEXTS } from "../../packages/rules/src/site/texts/center.ts";
import { english } from "../../packages/rules/src/site/texts/english.ts";
import { ARABIC_BANNER, ARABIC_CENTER } from "../gallery/arabic.ts";
import { drawnWhole, focused, targets, unfold, violations } from "./_harness.ts";
import { onlyChromium } from "./_only.ts";
import { expect, test } from "./edge.ts";

const ARABIC = {
  ...english.texts,
  ...ARABIC_BANNER,
  ...english.regimes,
  embeds: english.embeds,
  center: { ...CENTER_TEXTS.en, ...ARABIC_CENTER },
};
const SITE = { siteFile: "test/browser/pages/rows/site.json", pages: "test/browser/pages/rows" };
const IN_ARABIC = { languages: ["en", "ar"], topics: {}, texts: { ar: ARABIC } };
const BRAND = { accent: "#1f4a3e", onAccent: "#ffffff", surface: "#fbf8f1", ink: "#1b2329", radius: "3px" };

const dialog = (page: Page) => page.getByRole("dialog");

/** Opens the center from the dialog. */
async function choose(page: Page): Promise<void> {
  await dialog(page).locator("[slot=choose]").click();
  await expect(dialog(page).locator("[slot=save]")).toBeVisible();
  await drawnWhole(page);
}

/** How far the page, and what is drawn over it, reach beyond the window's side. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const one = document.querySelector("[role=dialog]");
    const drawn = [one, ...(one?.querySelectorAll("*") ?? []), ...(one?.shadowRoot?.querySelectorAll("*") ?? [])];
    const boxes = drawn.flatMap((node) => (node?.checkVisibility() ? [node.getBoundingClientRect()] : []));
    const sides = boxes.flatMap(({ left, right, width }) => (width > 1 ? [-left, right - innerWidth] : []));
    return Math.round(Math.max(0, document.documentElement.scrollWidth - innerWidth, ...sides));
  });

for (const layout of ["box", "bar", "modal"] as const) {
  // The center is the same, whatever the dialog before it looked like.
  const layers = layout === "box" ? "dialog, center" : "dialog";
  for (const theme of ["light", "dark", "brand"] as const) {
    test.describe(`${layout}, ${theme}`, () => {
      const patch = { ...IN_ARABIC, banner: { layout }, ...(theme === "brand" && { theme: BRAND }) };
      test.use({ served: { ...SITE, patch } });

      test(`${layout}, ${theme}, in both directions: ${layers}, declaration and placeholder break no rule of WCAG 2.2 AA @row-27`, async ({
        page,
        edge,
      }) => {
        await page.emulateMedia({ colorScheme: theme === "dark" ? "dark" : "light", reducedMotion: "reduce" });
        for (const [language, direction] of [
          ["en", "ltr"],
          ["ar", "rtl"],
        ] as const) {
          await page.goto(`${edge.url}/${language}.html`);
          await expect(dialog(page)).toHaveAttribute("dir", direction);
          await expect(dialog(page)).toHaveAttribute("lang", language);
          await expect(page.getByRole("group", { name: "OpenStreetMap is not loaded" })).toHaveAttribute(
            "dir",
            direction,
          );
          await expect(page.locator("[data-ghostlight=cookies] h3")).toHaveCount(5);
          expect(await violations(page)).toEqual([]);
          await unfold(page);
          expect(await violations(page)).toEqual([]);
          if (layout !== "box") continue;
          await choose(page);
          await expect(dialog(page)).toHaveAttribute("dir", direction);
          await expect(dialog(page)).toHaveAttribute("lang", language);
          await unfold(page);
          expect(await violations(page)).toEqual([]);
        }
      });
    });
  }

  test.describe(`${layout} on a small screen`, () => {
    test.use({ served: { ...SITE, patch: { ...IN_ARABIC, banner: { layout } } } });

    for (const [language, size] of [
      ["en", "100%"],
      ["en", "200%"],
      ["ar", "200%"],
    ] as const) {
      test(`${layout}, ${language}, text at ${size}, 320 px: nothing beyond the side, targets of 24 px, all of it can be pressed @row-27`, async ({
        page,
        edge,
      }) => {
        await page.setViewportSize({ width: 320, height: 640 });
        await page.emulateMedia({ reducedMotion: "reduce" });
        await page.goto(`${edge.url}/${language}.html`);
        await page.evaluate((value) => {
          document.documentElement.style.fontSize = value;
        }, size);
        await expect(dialog(page)).toBeVisible();
        await unfold(page);
        expect(await overflow(page)).toBe(0);
        const first = await targets(page);
        for (const { width, height } of first) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        await choose(page);
        await unfold(page);
        expect(await overflow(page)).toBe(0);
        // A box in the line of its label is pressed by the label.
        const small = (await targets(page)).filter((one) => Math.min(one.width, one.height) < 24);
        expect(small.filter(({ name }) => !name.includes("checkbox"))).toEqual([]);
        await dialog(page).getByRole("switch").last().click();
        await dialog(page).locator("[slot=save]").click();
        await expect(dialog(page)).toHaveCount(0);
      });
    }
  });
}

test.describe("by keyboard", () => {
  test.use({ served: SITE });

  async function stops(page: Page, key: string, count: number): Promise<string[]> {
    const order: string[] = [];
    for (const _ of Array(count)) {
      await page.keyboard.press(key);
      order.push(await focused(page));
    }
    return order;
  }

  test("a box holds nobody: through it and out into the page, and the focus can always be seen @row-27", async ({
    page,
    edge,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toBeVisible();
    await expect(page.getByRole("group", { name: /not loaded/ })).toBeVisible();
    const inside = ["Close", "What we ask for", "Refuse", "Accept", "Choose one by one", "Privacy notice"];
    const order = [...inside, "Where we are", "Load it this once"];
    expect(await stops(page, "Tab", 8)).toEqual(order);
    expect(await stops(page, "Shift+Tab", 7)).toEqual(order.slice(0, 7).toReversed());
    for (const name of ["Close", "What we ask for", "Refuse", "Accept", "Choose one by one"]) {
      const button = page.getByRole("button", { name, exact: true });
      await expect(button).toBeFocused();
      const ring = await button.evaluate((one) => {
        const panel = one.closest("[role=dialog]")?.shadowRoot?.firstElementChild;
        const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(one);
        const [width, offset] = [outlineWidth, outlineOffset].map(Number.parseFloat);
        return {
          style: outlineStyle,
          width,
          offset,
          seen: outlineColor !== (panel && getComputedStyle(panel).backgroundColor),
        };
      });
      expect(ring).toEqual({ style: "solid", width: expect.any(Number), offset: expect.any(Number), seen: true });
      // Apart from the button's own fill, and wide enough: WCAG 2.4.7, 2.4.13.
      expect(Math.min(ring.width ?? 0, ring.offset ?? 0)).toBeGreaterThanOrEqual(2);
      // The focused one is not covered: WCAG 2.4.11.
      const box = await button.boundingBox();
      const hit = await page.evaluate(
        ([x, y]) => {
          const found = document.elementFromPoint(x ?? 0, y ?? 0);
          return found?.closest("[role=dialog]") !== null;
        },
        [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2],
      );
      expect(hit).toBe(true);
      await page.keyboard.press("Tab");
    }
  });

  test("the center holds the focus, moves it to its title, and gives it back to the link @row-27", async ({
    page,
    edge,
  }) => {
    await page.goto(`${edge.url}/en.html`);
    await page.getByRole("button", { name: "Refuse", exact: true }).click();
    const link = page.getByRole("link", { name: "Your privacy choices" });
    await link.focus();
    await page.keyboard.press("Enter");
    await expect(dialog(page).getByRole("heading", { level: 2 })).toBeFocused();
    await drawnWhole(page);
    await page.keyboard.press("Shift+Tab");
    await expect.poll(() => focused(page)).toBe("Save my choices");
    const order = [await focused(page)];
    do order.push(...(await stops(page, "Tab", 1)));
    while (order.at(-1) !== "Save my choices" && order.length < 60);
    expect(order[1]).toBe("Close");
    expect(order.at(-1)).toBe("Save my choices");
    // None of the stops was in the page behind.
    expect(order).not.toContain("Where we are");
    for (const name of ["Comforts", "Statistics", "Personal content", "Marketing"]) expect(order).toContain(name);
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toHaveCount(0);
    await expect(link).toBeFocused();
    await expect(link).toBeInViewport();
  });
});

test.describe("to a screen reader", () => {
  test.use({ served: SITE });

  /** Role and name of every node that the browser's own accessibility tree would read out in the dialog. */
  async function spoken(page: Page): Promise<string[]> {
    const session = await page.context().newCDPSession(page);
    await session.send("Accessibility.enable");
    const { nodes } = await session.send("Accessibility.getFullAXTree");
    const found = nodes.find(({ role }) => role?.value === "dialog");
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const within = (id: string): typeof nodes => {
      const node = byId.get(id);
      return node ? [node, ...(node.childIds ?? []).flatMap(within)] : [];
    };
    const read = ["dialog", "heading", "button", "link", "switch", "list", "DisclosureTriangle", "status", "combobox"];
    const spoke = within(found?.nodeId ?? "").filter(({ ignored, role }) => !ignored && read.includes(role?.value));
    await session.detach();
    return spoke.map(({ role, name }) => `${role?.value}: ${name?.value ?? ""}`);
  }

  test("everything has a role and a name, from the browser's own tree, in the order drawn @row-27", async ({
    page,
    edge,
  }) => {
    onlyChromium("protocol");
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toBeVisible();
    const speaks = () => spoken(page);
    await expect
      .poll(speaks)
      .toEqual([
        "dialog: Your privacy here",
        "heading: Your privacy here",
        "button: Close",
        "button: What we ask for",
        "button: Refuse",
        "button: Accept",
        "button: Choose one by one",
        "link: Privacy notice",
      ]);
    const more = page.getByRole("button", { name: "What we ask for" });
    await expect(more).toHaveAttribute("aria-expanded", "false");
    await more.click();
    await expect(more).toHaveAttribute("aria-expanded", "true");
    await expect.poll(speaks).toContain("list: ");
    await choose(page);
    const start = ["dialog: Your choices here", "heading: Your choices here", "button: Close"];
    await expect.poll(async () => (await spoken(page)).slice(0, 3)).toEqual(start);
    const purposes = ["Comforts", "Statistics", "Personal content", "Marketing"];
    await expect.poll(speaks).toEqual(expect.arrayContaining(purposes.map((name) => `switch: ${name}`)));
    const center = await spoken(page);
    for (const name of purposes) {
      await expect(page.getByRole("switch", { name })).toHaveAccessibleDescription(/\w{3}/);
    }
    expect(
      center.filter((one) => /^(button|link|switch|combobox|DisclosureTriangle|dialog|heading): $/.test(one)),
    ).toEqual([]);
  });
});

test.describe("as the visitor set the machine", () => {
  test.use({ served: SITE });

  test("in forced colours: no rule broken, edges on buttons, on and off look different, a ring on the focus @row-27", async ({
    page,
    edge,
  }) => {
    onlyChromium("media");
    await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
    await page.goto(`${edge.url}/en.html`);
    await expect(dialog(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    for (const name of ["Refuse", "Accept"]) {
      const button = page.getByRole("button", { name, exact: true });
      await expect(button).toHaveCSS("border-top-style", "solid");
      const { border, fill } = await button.evaluate((one) => {
        const { borderTopColor, backgroundColor } = getComputedStyle(one);
        return { border: borderTopColor, fill: backgroundColor };
      });
      expect(border).not.toBe(fill);
    }
    await choose(page);
    expect(await violations(page)).toEqual([]);
    const one = page.getByRole("switch", { name: "Statistics" });
    const look = () => one.evaluate((drawn) => getComputedStyle(drawn).backgroundColor);
    const off = await look();
    await one.press("Space");
    await expect(one).toHaveCSS("outline-style", "solid");
    await expect.poll(look).not.toBe(off);
  });

  test("nothing moves where less motion is wanted, neither dialog nor center @row-27", async ({ page, edge }) => {
    onlyChromium("media");
    const moving = () =>
      page.evaluate(() => {
        const found = document.querySelector("[role=dialog]");
        const all = [
          found,
          ...(found?.querySelectorAll("*") ?? []),
          ...(found?.shadowRoot?.querySelectorAll("*") ?? []),
        ];
        return all.filter((node) => {
          if (!node) return false;
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(node);
          const lasts = (time: string) => time.split(",").some((one) => Number.parseFloat(one) > 0.001);
          return (animationName !== "none" && lasts(animationDuration)) || lasts(transitionDuration);
        }).length;
      });
    for (const [reducedMotion, moves] of [
      ["no-preference", true],
      ["reduce", false],
    ] as const) {
      await page.emulateMedia({ reducedMotion });
      await page.goto(`${edge.url}/en.html`);
      await expect(dialog(page)).toBeVisible();
      // Nowhere, that is: it is seen sooner so.
      expect(await moving()).toBe(0);
      await choose(page);
      expect((await moving()) > 0).toBe(moves);
    }
  });
});
