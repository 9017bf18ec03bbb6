// @ts-check
/**
 * `npm run delivery`: plays every fault in real browsers against the real edge, and prints what became of the events.
 * `--only row,row` plays some, `--events N` with so many in each, `--tracker ghostlight` for one tracker, `--engine chromium`
 * in one browser; `--write` writes the table into the README. Needs the build.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { howToInstallFirefox } from "../firefox.mjs";
import { launchChromium, launchFirefox } from "./browsers.mjs";
import { costText, measureCost } from "./cost.mjs";
import { rows } from "./rows.mjs";
import { planTurns, playTurns } from "./schedule.mjs";
import { renderReadme, renderTerminal, spliceTable } from "./table.mjs";
import { ghostlight } from "./trackers/ghostlight.mjs";
import { batching, standard } from "./trackers/segment.mjs";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    events: { type: "string", default: "200" },
    tracker: { type: "string" },
    engine: { type: "string" },
    write: { type: "boolean", default: false },
    parallel: { type: "string", default: "4" },
  },
});

/** @type {readonly import("./browsers.mjs").Engine[]} */
const ENGINES = ["chromium", "firefox"];

// An exit takes along what was started.
for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143 }))
  process.once(signal, () => process.exit(code));

process.exitCode = await main();

async function main() {
  const only = values.only?.split(",");
  const strange = only?.filter((name) => name !== "cost" && !rows.some((row) => row.name === name)) ?? [];
  if (strange.length) {
    console.error(
      `There is no row ${strange.join(", ")}. The rows are ${rows.map(({ name }) => name).join(", ")}, cost.`,
    );
    return 2;
  }
  const start = performance.now();
  const browsers = {
    chromium: await launchChromium(),
    firefox: values.engine === "chromium" ? undefined : await launchFirefox(),
  };
  if (!browsers.firefox && values.engine !== "chromium") {
    console.log(`${howToInstallFirefox()} Its column is left out.`);
  }
  try {
    // Alone: what else runs would be measured along.
    const cost = !only || only.includes("cost") ? await measureCost(browsers.chromium) : undefined;
    if (cost) console.log(costText(cost));
    const trackers = [ghostlight, standard, batching].filter(({ name }) => name.startsWith(values.tracker ?? ""));
    const engines = ENGINES.filter((engine) => browsers[engine] && (!values.engine || values.engine === engine));
    const chosen = rows.filter(({ name }) => !only || only.includes(name));
    const turns = planTurns(chosen, trackers, engines);
    const options = { events: Number(values.events), parallel: Number(values.parallel) };
    const results = await playTurns(turns, browsers, options);
    const text = renderTerminal(rows, results);
    if (results.length) console.log(`\n${text}`);
    const faults = results.filter(({ tracker, faults }) => tracker === ghostlight.name && faults.length);
    for (const one of faults) console.error(`${one.row} (${one.engine}): ${one.faults.join("; ")}`);
    if (cost && !cost.ok) console.error("track() costs more than promised.");
    console.log(`${Math.round((performance.now() - start) / 1_000)} s`);
    if (values.write) {
      if (only || values.tracker || values.engine) throw new Error("--write needs the whole run.");
      write(renderReadme(rows, results));
    }
    return faults.length || (cost && !cost.ok) ? 1 : 0;
  } finally {
    await ghostlight.end?.();
    await browsers.chromium.close();
    await browsers.firefox?.close();
  }
}

/** @param {string} table */
function write(table) {
  const path = new URL("../../README.md", import.meta.url);
  const readme = spliceTable(readFileSync(path, "utf8"), table);
  if (readme === undefined)
    throw new Error("README.md has no place for the table: <!-- delivery:start --> and its end.");
  writeFileSync(path, readme);
}
