// @ts-check
/** What our page costs beside an empty one and beside the tools that do its work. */
import { cpus } from "node:os";
import { markdownOf } from "../markdown.mjs";
import { stampOf } from "../versions.mjs";
import { VISITS } from "./candidates.mjs";
import { drawChart } from "./chart.mjs";
import { judge } from "./judge.mjs";
import { measurePages } from "./measure.mjs";
import { summarize } from "./summary.mjs";
import { cellsOf, FAIRNESS, keptByName, MEANING, renderTerminal, TITLES } from "./table.mjs";
import { SLOWER } from "./visit.mjs";

/** @typedef {import("../part.mjs").Part} Part */

/** @param {{ rounds: number, seed: number, tell: (line: string) => void }} given @returns {Promise<Part & { chart: string }>} */
export async function benchPage({ rounds, seed, tell }) {
  const { series, chromium } = await measurePages({ rounds, seed, tell });
  const rows = summarize(series);
  const verdicts = judge(rows);
  const stamp = stampOf(["vanilla-cookieconsent", "@snowplow/browser-tracker", "@growthbook/growthbook"], chromium);
  const how = `${rounds} interleaved rounds in Chromium at ${SLOWER} times slow-down, on ${cpus().length} cores; ${stamp}.`;
  const failed = rows.flatMap(({ candidate, visit, faults }) =>
    faults.map((fault) => `Not counted: ${candidate}, ${visit}: ${fault}`),
  );
  const promised = verdicts.map(({ text, ok }) => `${ok ? "holds" : "FAILS"}: ${text}`);
  return {
    lines: [how, "", ...renderTerminal(rows), MEANING, FAIRNESS, "", ...failed, ...promised],
    markdown: [
      ...VISITS.flatMap((visit) => {
        const names = keptByName(rows, visit);
        return [`**${TITLES[visit]}**`, "", ...markdownOf(cellsOf(rows, visit)), "", ...(names ? [names, ""] : [])];
      }),
      `${how} On [test/size/site.json](test/size/site.json), with a snapshot. ${MEANING}`,
      "",
      FAIRNESS,
    ],
    faults: verdicts.flatMap(({ text, ok }) => (ok ? [] : [text])),
    chart: drawChart(rows, stamp),
  };
}
