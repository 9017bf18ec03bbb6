// @ts-check
/**
 * `npm run compliance`: runs the browser tests that prove a row of rows.json, and says which claims hold.
 * `--report FILE` takes a report of Playwright in JSON instead, such as the one of the last `npm run browser`.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ensureChromium } from "../chromium.mjs";
import { judge, readTests, strayTags } from "./judge.mjs";
import { render } from "./table.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const { values } = parseArgs({ options: { report: { type: "string" } } });

/** @type {{ rows: import("./judge.mjs").Row[] }} */
const { rows } = JSON.parse(readFileSync(new URL("rows.json", import.meta.url), "utf8"));
const tests = readTests(values.report === undefined ? runTests() : readFileSync(values.report, "utf8"));
const verdicts = judge(rows, tests);
console.log(render(verdicts));

const faults = [
  ...verdicts.flatMap(({ row, fault }) => (fault ? [`Row ${row.row} is claimed, but has ${fault}.`] : [])),
  ...strayTags(rows, tests).map((stray) => `There is no such row: ${stray}.`),
];
for (const fault of faults) console.error(`\n${fault}`);
process.exitCode = faults.length ? 1 : 0;

/** The report's text. Needs the build. */
function runTests() {
  ensureChromium();
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-compliance-"));
  const report = join(folder, "report.json");
  try {
    // Its exit code says nothing new: failed tests are in the report.
    spawnSync("npx", ["playwright", "test", "-c", "test/browser/playwright.config.ts", "--grep", "@row-"], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    });
    return readFileSync(report, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
