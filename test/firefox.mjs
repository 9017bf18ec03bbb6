// @ts-check
/** Finds the Firefox that tests drive where one is asked for. */
import { delimiter, join } from "node:path";
import { isProgram } from "./chromium.mjs";

const INSTALL =
  "On Debian: apt-get install --no-install-recommends firefox-esr; elsewhere set FIREFOX_PATH to its program.";

/**
 * Path of a Firefox: `FIREFOX_PATH`, else Debian's on the PATH. Others are downloads of Playwright's own.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findFirefox(env = process.env) {
  if (env.FIREFOX_PATH) {
    if (isProgram(env.FIREFOX_PATH)) return env.FIREFOX_PATH;
    throw new Error(`FIREFOX_PATH is ${env.FIREFOX_PATH}, which is no program that can be run: correct or unset it.`);
  }
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, "firefox-esr")).find(isProgram);
}

export const howToInstallFirefox = () => `There is no Firefox here. ${INSTALL}`;
