// @ts-check
/** The browsers that rows run in: one for many rows, and ones of their own that a row may kill. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, firefox } from "@playwright/test";
import { CHROMIUM_ARGS, ensureChromium } from "../chromium.mjs";
import { findFirefox } from "../firefox.mjs";

/** ms that a browser may take to start. */
const START = 15_000;

/** @typedef {"chromium" | "firefox"} Engine */

/**
 * @typedef {object} Kept a browser with a profile that outlives it
 * @property {import("@playwright/test").BrowserContext} context
 * @property {() => Promise<void>} close as a visitor would
 * @property {() => Promise<void>} kill with all that belongs to it, at once
 */

/** Playwright turns the back-forward cache off; visitors have it. */
export function launchChromium() {
  const ignoreDefaultArgs = ["--disable-back-forward-cache"];
  return chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS, ignoreDefaultArgs });
}

/** Debian's Firefox ESR is driven over BiDi; undefined where there is none. */
export async function launchFirefox() {
  const executablePath = findFirefox();
  return executablePath ? firefox.launch({ channel: "moz-firefox", executablePath }) : undefined;
}

/** @returns {{ folder: string, remove: () => void }} */
export function newProfile() {
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-profile-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }) };
}

/**
 * A Chromium started by us and not by Playwright, because only then its processes are known.
 * @param {string} folder of its profile
 * @returns {Promise<Kept>}
 */
export async function startChromium(folder) {
  const args = [
    ...CHROMIUM_ARGS,
    "--headless=new",
    "--remote-debugging-port=0",
    `--user-data-dir=${folder}`,
    "about:blank",
  ];
  // A group of its own: what is killed is this one browser, with all its processes.
  const child = spawn(ensureChromium(), args, { stdio: ["ignore", "ignore", "pipe"], detached: true });
  const { pid } = child;
  if (pid === undefined) throw new Error("Chromium did not start.");
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const end = () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, "SIGKILL");
  };
  process.once("exit", end);
  const kill = async () => {
    end();
    await exited;
    process.off("exit", end);
  };
  try {
    const browser = await chromium.connectOverCDP(await addressOf(child.stderr));
    const [context = await browser.newContext()] = browser.contexts();
    const close = async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close").catch(() => undefined);
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 5_000).unref())]);
      await kill();
    };
    return { context, close, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** @param {import("node:stream").Readable} stderr @returns {Promise<string>} */
function addressOf(stderr) {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`Chromium did not start within ${START} ms:\n${said}`)), START);
    stderr.setEncoding("utf8").on("data", (text) => {
      said += text;
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
    stderr.on("end", () => reject(new Error(`Chromium ended:\n${said}`)));
  });
}
