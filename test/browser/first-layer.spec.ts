import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { focused, nextFrames, targets, test, unfold, violations } from "./_harness.ts";
import { onlyChromium } from "./_only.ts";

const LAYOUTS = ["box", "bar", "modal"] as const;
const STYLES = ["page", "unset", "framework"] as const;

/** What makes one button weigh more than another. */
async function weight(page: Page, name: string): Promise<Record<string, unknown>> {
  return page.getByRole("button", { name, exact: true }).evaluate((button) => {
    const { width, height } = button.getBoundingClientRect();
    const { color, backgroundColor, borderColor, fontSize, fontWeight, letterSpacing } = getComputedStyle(button);
    return { width, height, color, backgroundColor, borderColor, fontSize, fontWeight, letterSpacing };
  });
}

for (const layout of LAYOUTS) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`${layout} in ${colorScheme}: no violation of WCAG 2.2 AA, folded or unfolded, in either direction, themed or not`, async ({
      page,
      dialogs,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await dialogs.load();
      for (const wish of [{ gpc: true }, { language: "ar", answered: true }, { brand: true }] as const) {
        await dialogs.show({ layer: "banner", layout, ...wish });
        expect(await violations(page)).toEqual([]);
        await unfold(page);
        expect(await violations(page)).toEqual([]);
        await dialogs.hide();
      }
    });
  }

  for (const style of STYLES) {
    test(`${layout} on a page styled "${style}": refusing and accepting weigh the same, all can be read`, async ({
      page,
      dialogs,
    }) => {
      for (const width of [320, 768, 1440]) {
        await page.setViewportSize({ width, height: 640 });
        await dialogs.load(style);
        await dialogs.show({ layer: "banner", layout, brand: true });
        const refuse = await weight(page, "Refuse");
        expect(refuse).toEqual(await weight(page, "Accept"));
        const fontSize = width > 480 ? "15px" : "14px";
        expect(refuse).toMatchObject({ backgroundColor: "rgb(31, 74, 62)", fontSize, fontWeight: "600" });
        const dialog = page.getByRole("dialog", { name: "Your privacy here" });
        await expect(dialog.getByText("We use cookies")).toBeVisible();
        await expect(dialog.getByText("Comforts, Statistics, Personal content, Marketing")).toBeVisible();
        await expect(dialog.getByRole("listitem")).toHaveCount(0);
        await dialog.getByRole("button", { name: "What we ask for" }).click();
        await expect(dialog.getByRole("listitem")).toHaveCount(4);
        for (const { width, height } of await targets(page)) expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await dialogs.calls()).toEqual([]);
      }
    });
  }

  test(`${layout} at 320 by 640 leaves at least three tenths of the page to see`, async ({ page, dialogs }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await dialogs.load();
    for (const language of ["en", "it", "ar"] as const) {
      await dialogs.show({ layer: "banner", layout, language });
      const height = await page
        .getByRole("dialog")
        .evaluate((dialog) => dialog.shadowRoot?.querySelector(".panel")?.getBoundingClientRect().height);
      expect(height).toBeLessThanOrEqual(0.7 * 640);
      await dialogs.hide();
    }
  });

  test(`${layout} with text at 200 % stays within the window, and its buttons can be pressed`, async ({
    page,
    dialogs,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await dialogs.load();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await dialogs.show({ layer: "banner", layout, language: "it" });
    for (const name of ["Rifiuta", "Accetta", "Scegli nel dettaglio"]) {
      const button = page.getByRole("button", { name, exact: true });
      await button.scrollIntoViewIfNeeded();
      const box = await button.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
      await button.click();
    }
    await expect.poll(dialogs.calls).toEqual([["answer", false], ["answer", true], ["choose"]]);
  });
}

for (const [layout, width] of LAYOUTS.flatMap((layout) => [[layout, 320] as const, [layout, 1440] as const])) {
  test(`${layout} at ${width} px is drawn in three faces: each more would have to be looked up before it is seen`, async ({
    page,
    dialogs,
  }) => {
    await page.setViewportSize({ width, height: 640 });
    await dialogs.load();
    await dialogs.show({ layer: "banner", layout, brand: true, gpc: true });
    await page.getByRole("button", { name: "What we ask for" }).click();
    const faces = await page.getByRole("dialog").evaluate((dialog) => {
      const nodes = [dialog, ...dialog.querySelectorAll("*"), ...(dialog.shadowRoot?.querySelectorAll("*") ?? [])];
      const faceOf = (node: Element, pseudo?: string): string => {
        const { fontFamily, fontSize, fontWeight, fontStyle } = getComputedStyle(node, pseudo);
        return [fontSize, fontWeight, fontStyle, fontFamily].join(" ");
      };
      return [...new Set(nodes.flatMap((node) => [faceOf(node), faceOf(node, "::before"), faceOf(node, "::after")]))];
    });
    const [text, title] = [width > 480 ? 15 : 14, width > 480 && layout === "modal" ? 22 : 19];
    expect(faces.map((face) => face.split(" ").slice(0, 2).join(" ")).sort()).toEqual([
      `${text}px 400`,
      `${text}px 600`,
      `${title}px 600`,
    ]);
  });
}

test("tools that read the page's own tree find the words and the button that refuses", async ({ page, dialogs }) => {
  await dialogs.load();
  await dialogs.show({ layer: "banner", language: "it" });
  const found = await page.evaluate(() => {
    const dialog = document.querySelector("body > [role=dialog]");
    const buttons = [...(dialog?.querySelectorAll("button") ?? [])];
    return { text: dialog?.textContent, refuses: buttons.some((button) => /^rifiuta/i.test(button.textContent ?? "")) };
  });
  expect(found.text).toMatch(/usiamo i cookie/i);
  expect(found.refuses).toBe(true);
});

test("Tab goes through it as it is drawn, × first; Escape outside of it does nothing", async ({ page, dialogs }) => {
  await dialogs.load();
  await dialogs.show({ layer: "banner" });
  await page.keyboard.press("Escape");
  const order: string[] = [];
  for (let stop = 0; stop < 7; stop++) {
    await page.keyboard.press("Tab");
    order.push(await focused(page));
  }
  const inside = ["Close and refuse", "What we ask for", "Refuse", "Accept", "Choose in detail", "Privacy notice"];
  expect(order).toEqual([...inside, "Cookie choices"]);
  expect(await dialogs.calls()).toEqual([]);
});

test("a modal keeps the focus, and the page behind it does not scroll", async ({ page, dialogs }) => {
  await dialogs.load();
  await page.locator("#opener").focus();
  await dialogs.show({ layer: "banner", layout: "modal", regime: "notice" });
  await expect.poll(() => focused(page)).toBe("Your privacy here");
  await page.keyboard.press("Shift+Tab");
  await expect.poll(() => focused(page)).toBe("Privacy notice");
  await page.keyboard.press("Tab");
  await expect.poll(() => focused(page)).toBe("Close and refuse");
  await page.mouse.wheel(0, 400);
  await nextFrames(page);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect(page.getByRole("dialog").locator("[slot=actions]")).toHaveText(["Understood"]);
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe("Cookie choices");
  await expect.poll(dialogs.calls).toEqual([["close"]]);
});

test("moves nothing, also where motion is welcome: that would be time before it is seen", async ({ page, dialogs }) => {
  onlyChromium("media");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await dialogs.load();
  for (const layout of ["box", "bar", "modal"] as const) {
    await dialogs.show({ layer: "banner", layout });
    const dialog = page.getByRole("dialog");
    for (const one of [dialog, dialog.locator(".panel")]) await expect(one).toHaveCSS("animation-name", "none");
    await dialogs.hide();
  }
});

test("in forced colours every button has an edge, and the focus a ring", async ({ page, dialogs }) => {
  onlyChromium("media");
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await dialogs.load();
  await dialogs.show({ layer: "banner", brand: true });
  const refuse = page.getByRole("button", { name: "Refuse", exact: true });
  expect(await weight(page, "Refuse")).toEqual(await weight(page, "Accept"));
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press("Tab");
  const { border, fill, outline } = await refuse.evaluate((button) => {
    const { borderTopColor, borderTopStyle, backgroundColor, outlineStyle } = getComputedStyle(button);
    return { border: `${borderTopStyle} ${borderTopColor}`, fill: backgroundColor, outline: outlineStyle };
  });
  expect(border).toMatch(/^solid /);
  expect(border).not.toContain(fill);
  expect(outline).toBe("solid");
  expect(await violations(page)).toEqual([]);
});

test("a page's own bullets and ornaments stay out of the dialog", async ({ page, dialogs }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await dialogs.load();
  await dialogs.show({ layer: "banner", gpc: true });
  await page.getByRole("button", { name: "What we ask for" }).click();
  const drawn = () =>
    page.getByRole("dialog").evaluate((dialog) =>
      [...dialog.children].map((one) => {
        const { x, y, width, height } = one.getBoundingClientRect();
        const ornaments = ["::before", "::after"].map((pseudo) => {
          const style = getComputedStyle(one, pseudo);
          const { content, display, inlineSize, borderTopWidth, transform, backgroundColor, position } = style;
          // Where nothing is drawn, the rest is nobody's concern.
          if (content === "none") return [];
          return [content, display, inlineSize, borderTopWidth, transform, backgroundColor, position];
        });
        return [one.slot, x, y, width, height, ornaments];
      }),
    );
  const before = await drawn();
  expect(before.length).toBeGreaterThan(12);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    const ornament =
      "content:'x';display:block;inline-size:2rem;block-size:6rem;border:9px solid red;transform:scale(2);" +
      "background:red;position:fixed";
    sheet.replaceSync(`:is(h2,p,li,a,button)::before,:is(h2,p,li,a,button)::after{${ornament}}`);
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await drawn()).toEqual(before);
});

test("where one answer is drawn smaller, the developer is told and the theme dropped", async ({ page, dialogs }) => {
  await dialogs.load();
  await page.evaluate(() => {
    const { getComputedStyle: real } = window;
    window.getComputedStyle = (element) => {
      const { color, backgroundColor } = real(element);
      const drawn = { color, backgroundColor, fontSize: "11px", fontWeight: "400" };
      return element.textContent === "Refuse" ? (drawn as CSSStyleDeclaration) : real(element);
    };
  });
  await dialogs.show({ layer: "banner", brand: true });
  await expect.poll(dialogs.calls).toEqual([["note", "asymmetric", expect.stringContaining("font size")]]);
  await expect(page.getByRole("button", { name: "Accept", exact: true })).toHaveCSS(
    "background-color",
    "rgb(21, 25, 28)",
  );
});
