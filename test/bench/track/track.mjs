// @ts-check
/** What a call of `track()` costs beside the same call of another tracker, measured where delivery is. */
import { launchChromium } from "../../delivery/browsers.mjs";
import { measureCost } from "../../delivery/cost.mjs";
import { ghostlight } from "../../delivery/trackers/ghostlight.mjs";
import { stampOf } from "../versions.mjs";
import { partOf } from "./lines.mjs";
import { besideSnowplow } from "./snowplow.mjs";

/** @returns {Promise<import("../part.mjs").Part>} */
export async function benchTrack() {
  const browser = await launchChromium();
  try {
    const cost = await measureCost(browser, await besideSnowplow(ghostlight));
    return partOf(cost, stampOf(["@snowplow/browser-tracker"], browser.version()));
  } finally {
    await ghostlight.end?.();
    await browser.close();
  }
}
