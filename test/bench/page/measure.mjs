// @ts-check
/** Measures every candidate, first visit and returning, round by round. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram, startEdge } from "../../proof/edge-process.mjs";
import { shuffle } from "../figures.mjs";
import { launchQuiet } from "./browser.mjs";
import { bundleAll } from "./bundles.mjs";
import { CANDIDATES, VISITS } from "./candidates.mjs";
import { makeReturning } from "./returning.mjs";
import { startServer } from "./server.mjs";
import { measureVisit } from "./visit.mjs";

/** @typedef {import("./candidates.mjs").Candidate} Candidate */
/** @typedef {import("./candidates.mjs").Visit} Visit */
/** @typedef {{ candidate: string, visit: Visit, runs: import("./visit.mjs").Measured[] }} Series */

/**
 * @param {object} given
 * @param {number} given.rounds
 * @param {number} given.seed of the order in each round
 * @param {(line: string) => void} given.tell progress
 * @returns {Promise<{ series: Series[], chromium: string }>}
 */
export async function measurePages({ rounds, seed, tell }) {
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-bench-"));
  const data = join(folder, "data");
  // Published, as owners have it: of a file that is being written, browsers ask for each script anew.
  const published = await runProgram(["publish", siteIn(folder), "--data", data]);
  if (published.code !== 0) throw new Error(`The site was not published:\n${published.err}`);
  const edge = await startEdge({ data, args: ["--rate", "1000000"] });
  const kill = () => edge.signal("SIGKILL");
  process.once("exit", kill);
  const server = await startServer(await bundleAll(), edge.origin);
  const browser = await launchQuiet();
  try {
    /** @type {Map<string, import("./visit.mjs").Context>} */
    const known = new Map();
    for (const candidate of CANDIDATES) {
      known.set(candidate.id, await makeReturning(browser, server, candidate));
    }
    const all = CANDIDATES.flatMap((candidate) =>
      VISITS.map((visit) => ({ candidate, visit, runs: /** @type {Series["runs"]} */ ([]) })),
    );
    for (let round = 0; round < rounds; round++) {
      for (const { candidate, visit, runs } of shuffle(all, seed + round)) {
        const context = visit === "first" ? await browser.newContext() : known.get(candidate.id);
        if (!context) throw new Error(`Nobody knows ${candidate.id}.`);
        const measured = await measureVisit({ context, server, candidate, visit });
        if (visit === "first") await context.close();
        runs.push(measured);
        const { script, longest, dialog, faults } = measured;
        const seen = dialog === undefined ? "" : `, dialog ${dialog.toFixed(0)} ms`;
        tell(
          `${round + 1}/${rounds} ${candidate.id} ${visit}: script ${script.toFixed(0)} ms, longest ${longest.toFixed(0)} ms${seen}${faults.length ? ` — ${faults.join("; ")}` : ""}`,
        );
      }
    }
    const series = all.map(({ candidate, visit, runs }) => ({ candidate: candidate.id, visit, runs }));
    return { series, chromium: browser.version };
  } finally {
    await browser.close();
    await server.close();
    edge.signal("SIGTERM");
    await edge.exited;
    process.off("exit", kill);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The site of the size budgets; its cookie is for this host, for want of the other. With a snapshot: what is put in later
 * moves what was seen. @param {string} folder
 */
function siteIn(folder) {
  const { domain, ...site } = JSON.parse(readFileSync(new URL("../../size/site.json", import.meta.url), "utf8"));
  const file = join(folder, "site.json");
  writeFileSync(file, JSON.stringify({ ...site, snapshot: true }));
  return file;
}
