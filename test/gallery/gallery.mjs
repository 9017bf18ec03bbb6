/** Draws every state of the dialogs into test-results/gallery, with a page to look at them side by side. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { findChromium, howToInstall } from "../chromium.mjs";
import { bundleHarness, ORIGIN, STYLES, serveHarness } from "./serve.mjs";

const WIDTHS = { 320: 640, 768: 1024, 1440: 900 };
const SCHEMES = ["light", "dark"];
const TONGUES = ["en", "ar"];

const layers = {
  box: { layer: "banner", layout: "box" },
  bar: { layer: "banner", layout: "bar" },
  modal: { layer: "banner", layout: "modal" },
  "box-brand-open": { layer: "banner", layout: "box", brand: true, gpc: true, open: true },
  notice: { layer: "banner", layout: "box", regime: "notice" },
  center: { layer: "center", granted: ["analytics"], gpc: true },
  "center-brand-open": {
    layer: "center",
    brand: true,
    reachable: true,
    granted: ["analytics", "functional"],
    open: true,
  },
};

const wanted = process.argv[2] ? new RegExp(process.argv[2]) : /./;
const folder = fileURLToPath(new URL("../../test-results/gallery/", import.meta.url));

const executablePath = findChromium();
if (!executablePath) throw new Error(howToInstall());

/** Unfolds what can be unfolded. */
function unfold() {
  const [host] = document.querySelectorAll("[role=dialog]");
  host?.querySelector("[slot=more]")?.click();
  for (const details of host?.shadowRoot?.querySelectorAll("details") ?? []) details.open = true;
}

async function draw(page, name, { open, ...shown }, full) {
  await page.goto(ORIGIN);
  await page.evaluate((wish) => Reflect.get(window, "harness").show(wish), shown);
  if (open) await page.evaluate(unfold);
  await page.waitForTimeout(60);
  await page.screenshot({ path: `${folder}${name}.png` });
  if (full) {
    // All of a long center at once.
    await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: 2600 });
    await page.screenshot({ path: `${folder}${name}-whole.png` });
  }
}

if (!process.argv[2]) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const script = await bundleHarness();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const names = [];
for (const colorScheme of SCHEMES) {
  const context = await browser.newContext({ colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  await serveHarness(page, script, STYLES);
  for (const [layer, shown] of Object.entries(layers)) {
    for (const language of TONGUES) {
      for (const [width, height] of Object.entries(WIDTHS)) {
        const name = `${layer}-${colorScheme}-${language}-${width}`;
        if (!wanted.test(name)) continue;
        await page.setViewportSize({ width: Number(width), height });
        await draw(page, name, { language, ...shown }, layer === "center-brand-open");
        names.push(name);
      }
    }
  }
}
await browser.close();
const figures = names.map(
  (name) => `<figure><img src="${name}.png" alt="" loading="lazy"><figcaption>${name}</figcaption></figure>`,
);
const style =
  "body{font:14px system-ui;background:#888}figure{display:inline-block;margin:8px}img{max-height:480px;max-width:100%}";
await writeFile(
  `${folder}index.html`,
  `<!doctype html><title>Gallery</title><style>${style}</style>${figures.join("")}`,
);
console.log(`${names.length} pictures in test-results/gallery`);
