// @ts-check
/**
 * `npm run names`: looks for the letters of short names with which the sample site's scripts are smallest, and writes them
 * into build/mangle.mjs. To do where a change takes more bytes than a budget has left; `--minutes` is how long it may look
 * (default 5), `--seed` where it begins. Builds the page scripts before and after.
 *
 * Two letters change places, or one gives way to a free one, and the scripts are packed again: kept where they are smaller,
 * and now and then where they are not, less and less often (simulated annealing, https://doi.org/10.1126/science.220.4598.671).
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { compileSite, lawsOf, parseSite } from "@ghostlight/rules/site";
import { LETTERS, NAMES, nameWith } from "./mangle.mjs";

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "5" }, seed: { type: "string", default: "1" } },
});
const minutes = Number(values.minutes);
if (!(minutes > 0)) throw new Error(`--minutes is "${values.minutes}": write a number such as 5`);

const ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$";
/** What a page loads beside its entry, in the end. */
const LOADED = ["banner", "center", "embeds", "engine"];
/** Names of folders like those that are served: what names them does not compress. */
const FOLDERS = [
  ["3f9a1c77be02", "a81d40c6e95b"],
  ["07d5e2b9134c", "f6c08a1d7e93"],
  ["b2e94d160fa8", "58c71f3a9d0e"],
];
/** Bytes that a step may cost, at the start and at the end. */
const HEAT = [5, 0.3];

/** @typedef {Readonly<Record<string, readonly string[]>>} Texts by name of a script, the forms that it comes in */
/** @typedef {Record<string, number>} Sizes by name of a script, bytes of its heaviest form: it is what a budget is about */

/** @param {Sizes} sizes */
const sumOf = (sizes) => Object.values(sizes).reduce((sum, size) => sum + size, 0);

/** @param {Sizes} sizes */
const inWords = (sizes) =>
  Object.entries(sizes)
    .map(([name, size]) => `${name} ${size} B`)
    .join(", ");

const edge = new URL("../packages/edge/dist/", import.meta.url);
const { PAGE_SCRIPTS, readArtefacts } = await import(new URL("cli/artefacts.js", edge).href);
const { composeScript } = await import(new URL("serve/parts.js", edge).href);
const { weighBrotli } = await import(new URL("cli/size/scales.js", edge).href);

build("open");
const texts = await readTexts();
const start = [...LETTERS, ...[...ALPHABET].filter((letter) => !LETTERS.includes(letter))];
const best = await search(start, Date.now() + minutes * 60_000);
const file = new URL("mangle.mjs", import.meta.url);
const source = readFileSync(file, "utf8");
writeFileSync(file, source.replace(`LETTERS = "${LETTERS}"`, `LETTERS = "${best.slice(0, NAMES.length).join("")}"`));
build();
console.log(`before: ${inWords(await weigh(start))}\nnow:    ${inWords(await weigh(best))}`);

/** @param {string} [names] */
function build(names = "") {
  const { status } = spawnSync("npx", ["rollup", "-c", "rollup.config.mjs", "--silent"], {
    cwd: new URL("..", import.meta.url),
    env: { ...process.env, GHOSTLIGHT_NAMES: names },
    stdio: "inherit",
  });
  if (status !== 0) throw new Error("The page scripts could not be built: run npm run build, and mend what it says.");
}

/**
 * Of the sample site, in the language that it says most in, under each of its laws; the entry with three pairs of folders,
 * as each release has others: one that is short with a single pair would be so by chance.
 * @returns {Promise<Texts>}
 */
async function readTexts() {
  const result = parseSite(readFileSync(new URL("../test/size/site.json", import.meta.url), "utf8"));
  if (!result.ok) throw new Error("The sample site is faulty.");
  const { site } = result;
  const artefacts = await readArtefacts(PAGE_SCRIPTS);
  const compileIn = (/** @type {string} */ language, /** @type {Record<string, string>} */ folders = {}) =>
    lawsOf(site).map(({ regime, doubleOptIn }) => compileSite(site, language, folders, regime, doubleOptIn));
  const lengthOf = (/** @type {string} */ language) => JSON.stringify(compileIn(language)).length;
  const language = site.languages.reduce((most, one) => (lengthOf(one) > lengthOf(most) ? one : most));
  const formsOf = (/** @type {string} */ name, /** @type {Record<string, string>} */ folders = {}) =>
    compileIn(language, folders).map((parts) => composeScript(name, parts, artefacts));
  const once = (/** @type {readonly string[]} */ forms) => [...new Set(forms)];
  return {
    entry: once(FOLDERS.flatMap(([en = "", it = ""]) => formsOf("entry", { en, it }).slice(0, 1))),
    ...Object.fromEntries(LOADED.map((name) => [name, once(formsOf(name))])),
  };
}

/**
 * @param {readonly string[]} letters
 * @returns {Promise<Sizes>}
 */
async function weigh(letters) {
  const heaviest = async (/** @type {readonly string[]} */ forms) =>
    Math.max(...(await Promise.all(forms.map((form) => weighBrotli(nameWith(letters, form))))));
  const sizes = Object.entries(texts).map(
    async ([name, forms]) => /** @type {const} */ ([name, await heaviest(forms)]),
  );
  return Object.fromEntries(await Promise.all(sizes));
}

/**
 * @param {readonly string[]} start
 * @param {number} end
 */
async function search(start, end) {
  const random = randomFrom(Number(values.seed));
  const from = Date.now();
  let now = { letters: [...start], score: sumOf(await weigh(start)) };
  let best = now;
  for (let told = from; Date.now() < end; ) {
    const letters = [...now.letters];
    const [one, other] = [Math.floor(random() * NAMES.length), Math.floor(random() * letters.length)];
    [letters[one], letters[other]] = [letters[other] ?? "", letters[one] ?? ""];
    const score = sumOf(await weigh(letters));
    const past = (Date.now() - from) / (end - from);
    const heat = HEAT[0] + (HEAT[1] - HEAT[0]) * past;
    if (score <= now.score || random() < Math.exp((now.score - score) / heat)) now = { letters, score };
    if (score < best.score) best = { letters, score };
    if (Date.now() - told < 10_000) continue;
    told = Date.now();
    console.error(`${Math.round(100 * past)} %: ${sumOf(await weigh(start)) - best.score} B fewer`);
  }
  return best.letters;
}

/** Numbers below 1, the same each time: Numerical Recipes' linear congruential generator. @param {number} seed */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
