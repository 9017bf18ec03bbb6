/** The browser that is driven, and how it is started: Chromium, or Firefox where `GHOSTLIGHT_BROWSER=firefox` asks for it. */
import { CHROMIUM_ARGS, findChromium, howToInstall } from "../chromium.mjs";
import { findFirefox, howToInstallFirefox } from "../firefox.mjs";

interface Launch {
  readonly executablePath: string;
  readonly args: string[];
  readonly firefoxUserPrefs?: Record<string, number>;
}

const { GHOSTLIGHT_BROWSER: asked = "chromium" } = process.env;
if (asked !== "chromium" && asked !== "firefox")
  throw new Error(`GHOSTLIGHT_BROWSER is ${asked}: it can be chromium or firefox; for WebKit there is npm run webkit.`);

export const IS_FIREFOX = asked === "firefox";

export const LAUNCH: Launch = IS_FIREFOX ? launchFirefox() : launchChromium();

function launchChromium(): Launch {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(howToInstall());
  return { executablePath, args: CHROMIUM_ARGS };
}

/** Playwright cannot set there how its visitor wants pages to be: less motion, as most tests want it, is set for all. */
function launchFirefox(): Launch {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(howToInstallFirefox());
  return { executablePath, args: [], firefoxUserPrefs: { "ui.prefersReducedMotion": 1 } };
}
