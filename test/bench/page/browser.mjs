// @ts-check
/**
 * The browser of the bench, without the pages that it opens for itself, and without anybody who listens in. Playwright has
 * the network and the console told of, and for that Chromium takes a stack whenever a script reads a cookie, imports or
 * fetches: seen, 1.4 ms for a cookie that takes 0.1. So this speaks to it directly, and asks for no more than it measures.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureChromium } from "../../chromium.mjs";
import { connect } from "./protocol.mjs";

const ARGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-backgrounding-occluded-windows",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-renderer-backgrounding",
  "--disable-sync",
  "--lang=en-GB",
  "--accept-lang=en-GB",
  "--remote-debugging-port=0",
  // Chromium 156 loads a page of its own for the address bar, a second after each new window, and is busy for 500 ms with
  // it.
  `--disable-features=${[
    ...["WebUIOmniboxPopup", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup", "PreloadTopChromeWebUI", "AimEnabled"],
    ...["DestroyProfileOnBrowserClose", "LensOverlay", "MediaRouter", "Translate", "OptimizationHints"],
    ...["NetworkTimeServiceQuerying", "HttpsUpgrades"],
  ].join(",")}`,
];

/** A phone held upright. */
const SCREEN = { width: 412, height: 823 };

/** @typedef {Awaited<ReturnType<typeof launchQuiet>>} Browser */
/** @typedef {Awaited<ReturnType<Browser["newContext"]>>} Context */
/** @typedef {Awaited<ReturnType<Context["newPage"]>>} Page */

export async function launchQuiet() {
  const profile = mkdtempSync(join(tmpdir(), "ghostlight-bench-browser-"));
  const args = [...ARGS, `--user-data-dir=${profile}`, "about:blank"];
  const child = spawn(ensureChromium(), args, { stdio: ["ignore", "ignore", "pipe"] });
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const url = await new Promise((resolve, reject) => {
    let said = "";
    child.stderr.on("data", (text) => {
      said += text;
      const [found] = /ws:\/\/\S+/.exec(said) ?? [];
      if (found) resolve(found);
    });
    void exited.then(() => reject(new Error(`Chromium ended: ${said.slice(-500)}`)));
  });
  const protocol = await connect(url);
  const { product } = await protocol.send("Browser.getVersion");
  return {
    version: String(product).replace(/^\D*/, ""),
    /** Somebody who was never there. */
    async newContext() {
      const { browserContextId } = await protocol.send("Target.createBrowserContext");
      return {
        newPage: () => openPage(protocol, browserContextId),
        /** Names of all cookies. @returns {Promise<string[]>} */
        async cookies() {
          const { cookies } = await protocol.send("Storage.getCookies", { browserContextId });
          return cookies.map((/** @type {{ name: string }} */ { name }) => name);
        },
        close: () => protocol.send("Target.disposeBrowserContext", { browserContextId }),
      };
    },
    async close() {
      await protocol.send("Browser.close");
      await exited;
      process.off("exit", kill);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** @param {import("./protocol.mjs").Protocol} protocol @param {string} browserContextId */
async function openPage(protocol, browserContextId) {
  const window = { browserContextId, newWindow: true, ...SCREEN };
  const { targetId } = await protocol.send("Target.createTarget", { url: "about:blank", ...window });
  const { sessionId } = await protocol.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (/** @type {string} */ method, /** @type {object} */ params = {}) =>
    protocol.send(method, params, sessionId);
  // It alone makes scripts run before the page's own.
  await send("Page.enable");
  await send("Emulation.setDeviceMetricsOverride", { ...SCREEN, deviceScaleFactor: 1, mobile: false });
  return {
    send,
    /** @param {(told: import("./protocol.mjs").Told) => void} hear */
    listen: (hear) => protocol.listen((told) => void (told.sessionId === sessionId && hear(told))),
    /** Of this page, before its own scripts. @param {() => void} run travels alone */
    before: (run) => send("Page.addScriptToEvaluateOnNewDocument", { source: `(${run})()` }),
    /** @param {string} url */
    goto: (url) => send("Page.navigate", { url }),
    /** @template T @param {() => T} run travels alone @returns {Promise<Awaited<T>>} */
    async evaluate(run) {
      const options = { awaitPromise: true, returnByValue: true, userGesture: true };
      const { result, exceptionDetails } = await send("Runtime.evaluate", { expression: `(${run})()`, ...options });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    close: () => protocol.send("Target.closeTarget", { targetId }),
  };
}
