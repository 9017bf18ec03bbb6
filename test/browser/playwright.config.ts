/** How the browser tests run: one engine, no retries, because a test that fails at times is a fault. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";
import { LAUNCH } from "./launch.ts";

const results = fileURLToPath(new URL("../../test-results", import.meta.url));

export default defineConfig({
  testDir: fileURLToPath(new URL(".", import.meta.url)),
  outputDir: `${results}/browser`,
  reporter: [["list"], ["json", { outputFile: `${results}/browser.json` }]],
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  projects: [
    {
      name: "chromium",
      use: {
        browserName: "chromium",
        trace: "retain-on-failure",
        launchOptions: LAUNCH,
      },
    },
  ],
});
