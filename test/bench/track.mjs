// @ts-check
/** What a call of `track()` costs, measured where delivery is. */
import { launchChromium } from "../delivery/browsers.mjs";
import { costText, measureCost } from "../delivery/cost.mjs";
import { ghostlight } from "../delivery/trackers/ghostlight.mjs";

/** @returns {Promise<import("./part.mjs").Part>} */
export async function benchTrack() {
  const browser = await launchChromium();
  try {
    const cost = await measureCost(browser);
    const text = costText(cost);
    return { lines: [text], markdown: [`${text}.`], faults: cost.ok ? [] : [text] };
  } finally {
    await ghostlight.end?.();
    await browser.close();
  }
}
