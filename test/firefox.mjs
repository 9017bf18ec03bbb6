// @ts-check
/** Finds the Firefox that tests drive where one is asked for. */
import { findProgram } from "./chromium.mjs";

const INSTALL =
  "On Debian: apt-get install --no-install-recommends firefox-esr; elsewhere set FIREFOX_PATH to its program.";

/**
 * Path of a Firefox: `FIREFOX_PATH`, else Debian's. Others are downloads of Playwright's own.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findFirefox(env = process.env) {
  return findProgram("FIREFOX_PATH", ["firefox-esr"], env);
}

export const howToInstallFirefox = () => `There is no Firefox here. ${INSTALL}`;
