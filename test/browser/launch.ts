/** The Chromium that is driven, and how it is started. */
import { findChromium, howToInstall } from "../chromium.mjs";

const executablePath = findChromium();
if (!executablePath) throw new Error(howToInstall());

export const LAUNCH = {
  executablePath,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};
