// @ts-check
/** The browser of the bench: as the delivery rows have it, without the pages that it opens for itself. */
import { chromium } from "@playwright/test";
import { ensureChromium } from "../../chromium.mjs";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
  // Chromium 156 loads a page of its own for the address bar, a second after each new window, and is busy for 500 ms with
  // it. The others are of Playwright's own list, which this one takes the place of.
  `--disable-features=${[
    ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "PreloadTopChromeWebUI", "AimEnabled"],
    ...["DestroyProfileOnBrowserClose", "LensOverlay", "MediaRouter", "Translate", "OptimizationHints"],
    ...["NetworkTimeServiceQuerying", "HttpsUpgrades"],
  ].join(",")}`,
];

export const launchQuiet = () => chromium.launch({ executablePath: ensureChromium(), args: ARGS });
