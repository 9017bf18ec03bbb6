// @ts-check
/** The results as tables. */
const START = "<!-- delivery:start -->";
const END = "<!-- delivery:end -->";

/** @typedef {import("./play.mjs").Result} Result */
/** @typedef {import("./rows/row.mjs").Row} Row */

/** One line of progress. @param {Result} result */
export function lineOf({ row, tracker, engine, tally, seconds, faults }) {
  const { sent, stored, lost, doubled, late, again } = tally;
  const counts = `sent ${sent}, stored ${stored}, lost ${lost}, doubled ${doubled}, next visit ${late}, arrived again ${again}`;
  const note = faults.length ? ` — ${faults.join("; ")}` : "";
  return `${row}, ${tracker}, ${engine}: ${counts} (${seconds.toFixed(1)} s)${note}`;
}

/** @param {readonly Row[]} rows @param {readonly Result[]} results */
export function renderTerminal(rows, results) {
  const head = ["fault", "tracker", "browser", "sent", "stored", "lost", "doubled", "next visit", "arrived again"];
  const lines = rows.flatMap((row) =>
    of(row, results).map(({ tracker, engine, tally }) => {
      const { sent, stored, lost, doubled, late, again } = tally;
      return [row.fault, tracker, engine, ...[sent, stored, lost, doubled, late, again].map(String)];
    }),
  );
  const all = [head, ...lines];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, index) => (index < 3 ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0)))
        .join("  "),
    )
    .join("\n");
}

/** In the order in which they were planned, whichever ended first. @param {Row} row @param {readonly Result[]} results */
function of(row, results) {
  const order = (/** @type {Result} */ { tracker, engine }) => `${tracker === "ghostlight" ? 0 : 1}${tracker}${engine}`;
  return results.filter((one) => one.row === row.name).sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

/**
 * A line for each fault: Ghostlight in every browser together, then the others, lost and doubled; then why some lose.
 * @param {readonly Row[]} rows @param {readonly Result[]} results
 */
export function renderReadme(rows, results) {
  const played = rows.filter((row) => of(row, results).length);
  const named = played.filter((row) => row.why);
  const others = [...new Set(results.map(({ tracker }) => tracker))]
    .filter((name) => name !== OURS)
    .sort()
    .reverse();
  const lines = played.map((row) => {
    const found = of(row, results);
    const ours = found.filter(({ tracker }) => tracker === OURS);
    /** @param {"sent" | "stored" | "lost" | "doubled" | "late"} key */
    const sum = (key) => inDigits(ours.reduce((all, { tally }) => all + tally[key], 0));
    const theirs = others.map((name) => {
      const one = found.find(({ tracker }) => tracker === name)?.tally;
      return one ? `${one.lost} / ${one.doubled} of ${one.sent}` : "";
    });
    const mark = row.why ? ` (${named.indexOf(row) + 1})` : "";
    return [row.fault + mark, sum("sent"), sum("stored"), sum("lost"), sum("doubled"), sum("late"), ...theirs];
  });
  const head = ["fault", "sent", "stored", "lost", "doubled", "of these late", ...others];
  const rule = head.map((_, column) => (column ? "---:" : "---"));
  const reasons = named.map(({ why }, index) => `(${index + 1}) ${why}.`).join(" ");
  const engines = [...new Set(results.map(({ engine }) => engine))]
    .sort()
    .map((name) => NAMES[name])
    .join(" and ");
  const text = `In ${engines}, against the real edge. Late: arrived with the next visit only. ${reasons} Beside it, in Chromium alone, lost and doubled by @segment/analytics-next.`;
  return [...[head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`), "", text, "", COST].join("\n");
}

const OURS = "ghostlight";

/** One place has the figure: this run has no other tracker's to put beside it. */
const COST =
  "What a call of `track()` costs the page stands [beside another tracker's](#what-a-call-of-track-costs); `npm run delivery` fails as well where it is more than promised.";

const NAMES = { chromium: "Chromium", firefox: "Firefox ESR" };

/** @param {number} count */
const inDigits = (count) => count.toLocaleString("en");

/** The README with `table` between its two marks, or undefined where it lacks them. @param {string} readme @param {string} table */
export function spliceTable(readme, table) {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start === -1 || end < start) return undefined;
  return `${readme.slice(0, start + START.length)}\n${table}\n${readme.slice(end)}`;
}
