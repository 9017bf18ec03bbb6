// @ts-check
/** What is put on the page, and how it is known that each did its job. */

import { ASK, ASK_STYLE, markupOf } from "./ask.mjs";

/** @typedef {"first" | "returning"} Visit */
/** `first`: nobody has chosen yet; `returning`: somebody who agreed to everything comes back. @type {readonly Visit[]} */
export const VISITS = ["first", "returning"];

/**
 * @typedef {object} Candidate
 * @property {string} id
 * @property {string} name as tables say it
 * @property {(visit: Visit, path: (asset: string) => string) => string} head
 * @property {boolean} [asks] whether it shows a dialog to who has not chosen
 * @property {(visit: Visit) => "snowplow" | "ghostlight" | undefined} counts where its page view must arrive
 * @property {boolean} [answered] its page for who returns takes the answer for given, and asks nobody
 * @property {string} [body] stands in the page itself, on a first visit
 * @property {boolean} [fills] whether it fills slots
 * @property {number} [features] that it must have evaluated
 * @property {boolean} [ours]
 */

const script = (/** @type {string} */ path) => `<script defer src="${path}"></script>`;

/**
 * All in the head and deferred, so that they are found first and run once the page is parsed; for vanilla-cookieconsent
 * the documentation has a module at the end of the body, which runs at the same moment and is found later.
 * @type {readonly Candidate[]}
 */
export const CANDIDATES = [
  { id: "empty", name: "empty page", head: () => "", counts: () => undefined },
  {
    id: "bare",
    name: "by hand",
    // A first visit has no script: no dialog can be seen earlier than one that stands in the page.
    head: (visit, path) => (visit === "first" ? `<style>${ASK_STYLE}</style>` : script(path("bare.js"))),
    body: markupOf(ASK),
    counts: (visit) => (visit === "returning" ? "snowplow" : undefined),
    fills: true,
  },
  {
    id: "tagged",
    name: "by hand, as a script",
    // A first visit has one file, a later one a second: only who agreed needs it.
    head: (visit, path) =>
      visit === "first"
        ? `<script src="${path("bare-ask.js")}"></script>`
        : `<script defer src="${path("bare-fill.js")}" data-more="${path("bare-kept.js")}"></script>`,
    asks: true,
    answered: true,
    counts: (visit) => (visit === "returning" ? "snowplow" : undefined),
    fills: true,
  },
  {
    id: "ghostlight",
    name: "Ghostlight",
    // As the README has it.
    head: () => '<script src="/g/lanterna.js"></script>',
    asks: true,
    // Before a choice nothing may leave.
    counts: (visit) => (visit === "returning" ? "ghostlight" : undefined),
    fills: true,
    ours: true,
  },
  {
    id: "cookieconsent",
    name: "vanilla-cookieconsent",
    head: (_, path) => `<link rel="stylesheet" href="${path("cookieconsent.css")}">${script(path("cookieconsent.js"))}`,
    asks: true,
    counts: () => undefined,
  },
  {
    id: "snowplow",
    name: "Snowplow",
    head: (visit, path) => script(path(visit === "first" ? "snowplow-before.js" : "snowplow-agreed.js")),
    counts: () => "snowplow",
  },
  {
    id: "growthbook",
    name: "GrowthBook",
    head: (visit, path) => script(path(visit === "first" ? "growthbook-before.js" : "growthbook-agreed.js")),
    counts: () => undefined,
    fills: true,
    features: 6,
  },
  {
    id: "stack",
    name: "all three",
    // Three files: bundled into one they take longer, and in one task (seen, not slowed down: 59 ms of script for 47).
    head: (_, path) =>
      `<link rel="stylesheet" href="${path("cookieconsent.css")}">${["cookieconsent.js", "snowplow-asking.js", "growthbook-asking.js"].map((name) => script(path(name))).join("")}`,
    asks: true,
    counts: () => "snowplow",
    fills: true,
    features: 6,
  },
];
