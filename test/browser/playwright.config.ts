/** How the browser tests run: one engine, no retries, because a test that fails at times is a fault. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { IS_FIREFOX, LAUNCH } from "./launch.ts";

const results = fileURLToPath(new URL("../../test-results", import.meta.url));

export default defineConfig({
  testDir: fileURLToPath(new URL(".", import.meta.url)),
  outputDir: `${results}/browser`,
  reporter: [["list"], ["json", { outputFile: `${results}/browser.json` }]],
  workers: 2,
  fullyParallel: true,
  retries: 0,
  // A busy machine may take this long; what does not come at all is as wrong then as after five seconds.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  projects: [
    IS_FIREFOX
      ? // Debian's, over BiDi.
        { name: "firefox", use: { browserName: "firefox", channel: "moz-firefox", launchOptions: LAUNCH } }
      : {
          name: "chromium",
          use: {
            browserName: "chromium",
            // Films of every test would take a fifth of the time.
            trace: { mode: "retain-on-failure", screenshots: false, sources: false },
            launchOptions: LAUNCH,
          },
        },
  ],
});
