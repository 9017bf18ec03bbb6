// @ts-check
/** A process of our own that answers one message with one. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Worker
 * @property {number} pid
 * @property {(message: any) => Promise<any>} ask one at a time; rejects with what the process failed with
 * @property {() => void} end
 */

/**
 * @param {string} file beside this one
 * @returns {Worker}
 */
export function startWorker(file) {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  return {
    pid: child.pid ?? 0,
    ask: (message) =>
      new Promise((resolve, reject) => {
        const ended = (/** @type {number | null} */ code) => reject(new Error(`${file} ended with ${code}.`));
        child.once("exit", ended);
        child.once("message", (/** @type {{ result?: unknown, failure?: string }} */ { result, failure }) => {
          child.off("exit", ended);
          if (failure === undefined) resolve(result);
          else reject(new Error(failure));
        });
        child.send(message);
      }),
    end: () => void child.kill(),
  };
}
