// @ts-check
/** WebKitGTK by the WebDriver protocol (https://www.w3.org/TR/webdriver2/), as far as it is needed here. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";

const HOW =
  "There is no WebKitGTK here. On Debian: apt-get install --no-install-recommends webkit2gtk-driver xvfb xauth";

/** ms that the driver may take to answer. */
const START = 15_000;

/** @typedef {Awaited<ReturnType<typeof startWebKit>>} WebKit */

/** Rejects with what to install where there is none. */
export async function startWebKit() {
  const port = await freePort();
  const screen = ["-a", "-s", "-screen 0 1280x900x24"];
  const env = {
    ...process.env,
    // A root has no sandbox to be in; without a graphics card, pictures would be white.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    WEBKIT_DISABLE_DMABUF_RENDERER: "1",
  };
  // A group of its own: what is ended is the driver with its screen and its browser.
  const child = spawn("xvfb-run", [...screen, "WebKitWebDriver", `--port=${port}`], {
    env,
    stdio: "ignore",
    detached: true,
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(HOW);
  const gone = new Promise((_, reject) => {
    child.once("error", () => reject(new Error(HOW)));
    child.once("exit", () => reject(new Error(HOW)));
  });
  gone.catch(() => {});
  const end = () => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, "SIGKILL");
  };
  process.once("exit", end);
  const call = caller(`http://127.0.0.1:${port}`);
  await Promise.race([gone, untilReady(call)]);
  const { sessionId } = await call("POST", "/session", {
    capabilities: { alwaysMatch: { browserName: "MiniBrowser" } },
  });
  const at = `/session/${sessionId}`;
  return {
    /** Resolves once the page is loaded. @param {string} url */
    goto: (url) => call("POST", `${at}/url`, { url }),
    /** @param {string} script that returns @param {...unknown} args @returns {Promise<any>} what it returns, also later */
    run: (script, ...args) =>
      call("POST", `${at}/execute/async`, {
        script: `const done = arguments[arguments.length - 1]; (async (...args) => { ${script} })(...arguments).then(done, (error) => done(String(error)))`,
        args,
      }),
    /** @returns {Promise<string>} its handle */
    async newTab() {
      const { handle } = await call("POST", `${at}/window/new`, { type: "tab" });
      await call("POST", `${at}/window`, { handle });
      return handle;
    },
    /** @returns {Promise<string>} */
    tab: () => call("GET", `${at}/window`),
    /** @param {string} handle */
    turnTo: (handle) => call("POST", `${at}/window`, { handle }),
    async close() {
      await call("DELETE", at).catch(() => undefined);
      end();
      process.off("exit", end);
    },
  };
}

/** @param {string} origin */
const caller =
  (origin) =>
  /** @param {"GET" | "POST" | "DELETE"} method @param {string} path @param {object} [body] @returns {Promise<any>} */
  async (method, path, body) => {
    const answer = await fetch(origin + path, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = /** @type {{ value: any }} */ (await answer.json());
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  };

/** @param {ReturnType<typeof caller>} call */
async function untilReady(call) {
  for (const start = performance.now(); performance.now() - start < START; ) {
    const { ready } = await call("GET", "/status").catch(() => ({ ready: false }));
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`WebKitWebDriver did not answer within ${START} ms.`);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address ? address.port : 0;
}
