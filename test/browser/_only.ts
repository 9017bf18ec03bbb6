/** Tests that only Chromium can run. */
import { test } from "@playwright/test";
import { IS_FIREFOX } from "./launch.ts";

const REASONS = {
  protocol: "asks Chromium in its own protocol",
  media: "sets how the visitor wants pages to be",
  download: "waits for a download",
  shift: "asks how far the layout shifted, which no other tells",
  back: "goes back to a page that was kept whole",
};

/** Skips the test that runs, where Playwright cannot do this in Firefox (1.64). */
export function onlyChromium(why: keyof typeof REASONS): void {
  test.skip(IS_FIREFOX, REASONS[why]);
}
