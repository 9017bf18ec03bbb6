// @ts-check
/** When something was measured, and of which versions. */
import { readFileSync } from "node:fs";

/** The files that name versions, of which nothing floats. */
const FILES = ["package.json", "../../packages/edge/package.json"];

/** @param {readonly string[]} packages @param {string} [chromium] its version */
export function stampOf(packages, chromium) {
  const known = Object.assign({}, ...FILES.map(versionsIn));
  const browser = chromium ? [`Chromium ${chromium}`] : [];
  const others = packages.map((name) => {
    if (!known[name]) throw new Error(`No file names the version of ${name}.`);
    return `${name} ${known[name]}`;
  });
  const day = new Date().toISOString().slice(0, 10);
  return [day, `Node ${process.versions.node}`, ...browser, ...others].join(", ");
}

/** @param {string} file @returns {Record<string, string>} */
function versionsIn(file) {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(new URL(file, import.meta.url), "utf8"));
  return { ...dependencies, ...devDependencies };
}
