// @ts-check
/** Finds the Chromium that the browser tests drive, and installs it where that takes one command. */
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/** How tests start it: no page of its own, nobody called. */
export const CHROMIUM_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const INSTALL = [
  ["apt-get", "update"],
  ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
];

/**
 * Path of a Chromium: `CHROMIUM_PATH`, else the first of the usual names on the PATH or in /usr/bin.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findChromium(env = process.env) {
  return findProgram("CHROMIUM_PATH", NAMES, env);
}

/**
 * What the variable names, else the first of the names on the PATH or in /usr/bin.
 * @param {string} variable
 * @param {readonly string[]} names
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined}
 */
export function findProgram(variable, names, env) {
  const chosen = env[variable];
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`${variable} is ${chosen}, which is no program that can be run: correct or unset it.`);
  }
  const folders = [...(env.PATH ?? "").split(delimiter).filter(Boolean), "/usr/bin"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/**
 * The same, installed first where there is none: on Debian and its kin, as root. Elsewhere throws what to install.
 * Progress goes to stderr.
 * @returns {string}
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (!existsSync("/etc/debian_version") || process.getuid?.() !== 0) throw new Error(howToInstall());
  for (const [program = "", ...args] of INSTALL) {
    process.stderr.write(`No Chromium here yet: ${program} ${args.join(" ")}\n`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const { status, error } = spawnSync(program, args, {
      stdio: ["ignore", process.stderr.fd, process.stderr.fd],
      env,
    });
    if (error || status !== 0) throw new Error(`${program} ${args.join(" ")} failed. ${howToInstall()}`);
  }
  const installed = findChromium();
  if (!installed) throw new Error(`Chromium was installed, but is not on the PATH. ${howToInstall()}`);
  return installed;
}

/** @returns {string} */
export function howToInstall() {
  const commands = INSTALL.map((words) => `sudo ${words.join(" ")}`).join(" && ");
  return `The browser tests need Chromium. On Debian or Ubuntu: ${commands}\nElsewhere: install Chromium or Chrome and set CHROMIUM_PATH to its program.`;
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(ensureChromium());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
