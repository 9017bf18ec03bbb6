// @ts-check
/** The protocol in which Chromium is told what to do: https://chromedevtools.github.io/devtools-protocol/ */
import { WebSocket } from "undici";

/** ms after which an answer is not expected any more. */
const PATIENCE = 60_000;

/** @typedef {{ method: string, params: any, sessionId?: string }} Told */

/**
 * @typedef {object} Protocol
 * @property {(method: string, params?: object, sessionId?: string) => Promise<any>} send
 * @property {(hear: (told: Told) => void) => () => void} listen returns what ends it
 */

/** @param {string} url @returns {Promise<Protocol>} */
export async function connect(url) {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", () => reject(new Error(`Chromium does not answer at ${url}.`)));
  });
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  /** @type {Set<(told: Told) => void>} */
  const listeners = new Set();
  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data));
    waiting.get(message.id)?.(message);
    if (message.id === undefined) for (const hear of listeners) hear(message);
  });
  let last = 0;
  return {
    send(method, params = {}, sessionId = undefined) {
      const id = ++last;
      socket.send(JSON.stringify({ id, method, params, sessionId }));
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${method}: no answer.`)), PATIENCE);
        waiting.set(id, ({ result, error }) => {
          clearTimeout(late);
          waiting.delete(id);
          if (error) reject(new Error(`${method}: ${error.message}`));
          else resolve(result);
        });
      });
    },
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}
