// @ts-check
/** Which versions were measured. */
import { readFileSync } from "node:fs";

const PACKAGES = ["vanilla-cookieconsent", "@snowplow/browser-tracker", "@growthbook/growthbook"];

/** @param {string} chromium its version */
export function versions(chromium) {
  const { devDependencies } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const packages = PACKAGES.map((name) => `${name} ${devDependencies[name]}`);
  return [`Node ${process.versions.node}`, `Chromium ${chromium}`, ...packages].join(", ");
}
