/** What `check --size` prints. */
import { ASKING, SITUATIONS } from "./situations.ts";
import type { Sizes } from "./weigh.ts";

const WIDTH = 80;
const KB = 1024;

export function printSizes(
  site: string,
  { totals, asking, languages, language, law, costs, free, code }: Sizes,
): string {
  const ids = SITUATIONS.map(({ id }) => id);
  const features = costs.flatMap(({ path, along, bytes }) => [
    [path, ...ids.map((id) => inDigits(bytes[id]))],
    ...(along.length ? [fold(`with ${along.join(", ")}`)] : []),
  ]);
  const byLanguage = Object.entries(languages).map(([tag, bytes]) => [tag, ...ids.map((id) => inDigits(bytes[id]))]);
  const sums = SITUATIONS.flatMap(({ id, what, kB }) => [
    [what, inDigits(totals[id]), inDigits(kB * KB)],
    ...(id === "dialog" && asking !== undefined ? [[ASKING.what, inDigits(asking), inDigits(ASKING.kB * KB)]] : []),
  ]);
  const pieces = code.map(({ name, script, used, bytes }) => [
    name,
    script,
    inDigits(bytes),
    used ? "in it" : "left out",
  ]);
  return [
    fold(
      `What each feature of "${site}" costs: bytes (B), brotli 11, that a page would load less if it were not in the file; in the language "${language}", under ${law.replace("+", "")}`,
      "",
    ),
    align([["feature", ...ids], ...features]),
    fold(
      "entry: on every page. dialog: until the dialog of a first visit. center: the preference center. returning: a visitor who agreed before. all: everything.",
      "",
    ),
    fold(
      "These do not add up: what several features say is compressed once, and a few bytes either way are chance. A heading such as services is all of its entries at once.",
      "",
    ),
    ...(free.length ? [fold(`Costs nothing: ${free.join(", ")}.`, "")] : []),
    `Code that only some sites get, in B of its script\n\n${align([["code", "script", "B", ""], ...pieces])}`,
    `By language, of which a visitor loads one, in B\n\n${align([["language", ...ids], ...byLanguage])}`,
    `In all, in B; at most: what Ghostlight's own sample site may come to\n\n${align([["", "B", "at most"], ...sums])}`,
  ].join("\n\n");
}

/** Columns of words to the left, of figures to the right. A text alone is a line of its own. */
function align(lines: readonly (string | readonly string[])[]): string {
  const rows = lines.filter((line) => typeof line !== "string");
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isFigures = (column: number): boolean => rows.slice(1).every((row) => /^-?[\d,]+$/.test(row[column] ?? ""));
  return lines
    .map((line) =>
      typeof line === "string"
        ? line
        : line
            .map((cell, column) =>
              isFigures(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
            )
            .join("  ")
            .trimEnd(),
    )
    .join("\n");
}

/** Breaks a text between its words. */
function fold(text: string, indent = "  "): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH - indent.length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => indent + line).join("\n");
}

const inDigits = (bytes: number): string => bytes.toLocaleString("en-US");
