// @ts-check
/** The same figures as a picture: bars beside the stack, legible on light and dark pages. */
import { createRequire } from "node:module";
import * as Plot from "@observablehq/plot";

import { CANDIDATES, VISITS } from "./candidates.mjs";
import { ratioOf } from "./summary.mjs";
import { sayOf, TITLES } from "./table.mjs";

/** @typedef {import("./summary.mjs").Row} Row */

// It comes without types.
const { JSDOM } = createRequire(import.meta.url)("jsdom");

const DIALOG = "until the dialog can be seen";

/** @type {readonly { measure: import("./summary.mjs").Measure, name: string }[]} */
const SHOWN = [
  { measure: "bytes", name: "bytes" },
  { measure: "script", name: "script time" },
  { measure: "longest", name: "longest task" },
  { measure: "dialog", name: DIALOG },
];

const WIDTH = 860;
const HEIGHT = 550;

/** An image follows the reader's system, not the page around it: so it has a ground of its own. */
const STYLE = `.bench{--ground:#fffdf9;--ink:#2b2622;--faint:#736a61;--ours:#a34a00;--theirs:#b9b0a6;
  color:var(--ink);background:var(--ground);max-width:100%;height:auto;font:12px system-ui,-apple-system,"Segoe UI",sans-serif}
  @media (prefers-color-scheme:dark){.bench{--ground:#1c1917;--ink:#efe9e2;--faint:#978d83;--ours:#f0a04b;--theirs:#6b635b}}`;

/**
 * @param {readonly Row[]} rows
 * @param {string} stamp date and versions
 */
export function drawChart(rows, stamp) {
  const candidates = CANDIDATES.filter(({ id }) => !["empty", "bare", "stack"].includes(id));
  const bars = VISITS.flatMap((visit) =>
    SHOWN.flatMap(({ measure, name }) =>
      candidates.flatMap((candidate) => {
        const ratio = ratioOf(rows, visit, measure, candidate.id, "stack");
        const row = rows.find((one) => one.candidate === candidate.id && one.visit === visit);
        const median = row?.spreads[measure]?.median;
        if (ratio === undefined || median === undefined) return [];
        const text = `${sayOf(measure, median)}, ${Math.round(100 * ratio)} %`;
        return [
          {
            visit: TITLES[visit],
            measure: name,
            candidate: candidate.name,
            share: 100 * ratio,
            text,
            candidateId: candidate.id,
          },
        ];
      }),
    ),
  );
  const missing = candidates
    .filter(({ asks }) => !asks)
    .map(({ name }) => ({ visit: TITLES.first, measure: DIALOG, candidate: name, share: 0, text: "has none" }));
  const stacks = VISITS.flatMap((visit) =>
    SHOWN.flatMap(({ measure, name }) => {
      const median = rows.find((one) => one.candidate === "stack" && one.visit === visit)?.spreads[measure]?.median;
      if (median === undefined) return [];
      return [{ visit: TITLES[visit], measure: name, text: `all three: ${sayOf(measure, median)}` }];
    }),
  );
  const { window } = new JSDOM("");
  const { document } = window;
  // Room for what stands behind the longest bar.
  const most = 1.3 * Math.max(105, ...bars.map(({ share }) => share));
  const svg = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    marginLeft: 142,
    marginRight: 24,
    marginTop: 46,
    marginBottom: 8,
    x: { domain: [0, most], axis: null },
    y: { domain: candidates.map(({ name }) => name), label: null, tickSize: 0, padding: 0.25 },
    fx: { domain: VISITS.map((visit) => TITLES[visit]), label: null, padding: 0.22 },
    fy: { domain: SHOWN.map(({ name }) => name), label: null, padding: 0.28 },
    marks: [
      Plot.axisFx({ anchor: "top", fontWeight: "bold", fontSize: 13, dy: -14 }),
      Plot.axisFy({
        anchor: "left",
        fontWeight: "bold",
        textAnchor: "start",
        frameAnchor: "top-left",
        dx: -132,
        dy: -14,
        lineAnchor: "bottom",
      }),
      Plot.barX(bars, {
        x: "share",
        y: "candidate",
        fx: "visit",
        fy: "measure",
        fill: ({ candidateId }) => (candidateId === "ghostlight" ? "var(--ours)" : "var(--theirs)"),
        rx: 2,
      }),
      Plot.ruleX(stacks, { x: 100, fx: "visit", fy: "measure", stroke: "var(--faint)", strokeDasharray: "3 3" }),
      Plot.text(stacks, {
        ...{ x: 100, fx: "visit", fy: "measure", text: "text", frameAnchor: "top", dy: -10 },
        fill: "var(--faint)",
      }),
      Plot.text([...bars, ...missing], {
        ...{ x: "share", y: "candidate", fx: "visit", fy: "measure", text: "text", textAnchor: "start", dx: 5 },
        // Over the dashes.
        ...{ stroke: "var(--ground)", strokeWidth: 4, fill: "currentColor" },
      }),
    ],
  });
  // Its own styles are for pages, with a white ground.
  svg.querySelector("style")?.remove();
  const name = (/** @type {string} */ tag, /** @type {string} */ text) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    element.textContent = text;
    return element;
  };
  const ours = bars.filter(({ candidateId }) => candidateId === "ghostlight");
  const described = ours.map(({ visit, measure, text }) => `${visit}: ${measure} ${text} of all three.`).join(" ");
  svg.prepend(
    name("title", "What Ghostlight costs a page, beside three tools that do its work"),
    name("desc", `Measured in Chromium at four times slow-down, ${stamp}. ${described}`),
    name("style", STYLE),
  );
  svg.setAttribute("class", "bench");
  svg.setAttribute("role", "img");
  return `${new window.XMLSerializer().serializeToString(svg)}\n`;
}
