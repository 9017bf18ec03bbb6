// @ts-check
/**
 * Stands between the browser and whatever stores its events. Pages pass; each batch does what the row's plan says of it:
 * it is stored or not, and answered truly, falsely, late or never.
 */
import { createServer } from "node:http";
import { idsOf } from "./ids.mjs";

/** ms after which a stalled connection is cut: a fault is bounded in time too. */
const STALL = 30_000;

/** Larger bodies are nothing that a page of ours would send. */
const MOST_BYTES = 4 * 2 ** 20;

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {Record<string, string>} [headers]
 * @property {string} [body]
 */

/**
 * What becomes of a batch; nothing: it is stored, and answered as the store answered.
 * @typedef {object} Fault
 * @property {boolean} [stored] whether the store gets it all the same
 * @property {Answer | "reset" | "stall"} answer what the browser gets instead of the store's answer
 */

/** @typedef {{ nth: number, ids: readonly string[], bytes: number, body: string }} Post `nth`: from 0, of all so far */
/** @typedef {(post: Post) => Fault | undefined | Promise<Fault | undefined>} Plan */
/** @typedef {Post & { at: number, status: number | undefined }} Seen `status`: of the store's own answer, where the browser got it */

/**
 * @typedef {object} Store takes what reaches it
 * @property {(path: string) => boolean} isBatch
 * @property {(request: { method: string, path: string, headers: import("node:http").IncomingHttpHeaders, body: Buffer }) => Promise<Answer & { bytes?: Buffer }>} ask
 */

/**
 * @param {Store} store
 * @param {(path: string) => string | undefined} pages the HTML at a path; undefined: the store's
 */
export async function startProxy(store, pages) {
  /** @type {Seen[]} */
  const seen = [];
  /** Times each event reached the store, by the id that the row gave it. @type {Map<string, number>} */
  const arrived = new Map();
  /** Events of which the browser was told the truth. @type {Set<string>} */
  const acknowledged = new Set();
  /** @type {Plan} */
  let plan = () => undefined;

  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const html = request.method === "GET" ? pages(path) : undefined;
    if (html !== undefined) {
      const fields = path.startsWith("/isolated") ? ISOLATED : {};
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...fields }).end(html);
      return;
    }
    try {
      const asked = { method: request.method ?? "GET", path, headers: request.headers, body: await readAll(request) };
      if (asked.method === "POST" && store.isBatch(path)) await takeBatch(asked, response);
      else answer(response, await store.ask(asked));
    } catch {
      // The browser went away, or the store did: neither is the other's fault.
      response.destroy();
    }
  });

  /** @param {Parameters<Store["ask"]>[0]} asked @param {import("node:http").ServerResponse} response */
  async function takeBatch(asked, response) {
    const body = asked.body.toString();
    const ids = idsOf(body);
    /** @type {Seen} */
    const post = { nth: seen.length, ids, bytes: asked.body.length, body, at: Date.now(), status: undefined };
    seen.push(post);
    const fault = await plan(post);
    const stored = fault && !fault.stored ? undefined : await store.ask(asked);
    if (stored && stored.status < 300) for (const id of ids) arrived.set(id, (arrived.get(id) ?? 0) + 1);
    if (fault?.answer === "reset") response.destroy();
    else if (fault?.answer === "stall") setTimeout(() => response.destroy(), STALL).unref();
    else if (fault) answer(response, fault.answer);
    else if (stored && !response.destroyed) {
      answer(response, stored);
      post.status = stored.status;
      if (stored.status < 300) for (const id of ids) acknowledged.add(id);
    }
  }

  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    url: `http://localhost:${port}`,
    port,
    seen,
    arrived,
    acknowledged,
    /** @param {Plan} next */
    plan(next) {
      plan = next;
    },
    /** From here on nothing is wrong. */
    heal() {
      plan = () => undefined;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startProxy>>} Proxy */

/** Pages that others cannot look into get a finer clock: 5 µs instead of 100, for the cost of a call. */
const ISOLATED = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp" };

/** @param {import("node:http").ServerResponse} response @param {Answer & { bytes?: Buffer }} given */
function answer(response, { status, headers = {}, body = "", bytes }) {
  response.writeHead(status, headers).end(bytes ?? body);
}

/** @param {import("node:http").IncomingMessage} request */
async function readAll(request) {
  /** @type {Buffer[]} */
  const pieces = [];
  let size = 0;
  for await (const piece of request) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Error("too large");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
