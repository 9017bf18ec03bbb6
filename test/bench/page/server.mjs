// @ts-check
/**
 * One origin for all candidates: the pages, the others' files and their collector, and the real edge on a path of it, as
 * an owner is told to have it. It notes what reaches it.
 */
import { createServer, request as httpRequest } from "node:http";
import { pack } from "./bundles.mjs";
import { CANDIDATES, VISITS } from "./candidates.mjs";
import { pageWith } from "./content.mjs";

const COLLECTOR = "/com.snowplowanalytics.snowplow/tp2";
const BATCH = "/g/lanterna/e";

/** @typedef {{ method: string, path: string, body: string, status: number, at: number }} Asked */

/**
 * @param {ReadonlyMap<string, import("./bundles.mjs").Asset>} assets
 * @param {string} edge where the real edge answers
 */
export async function startServer(assets, edge) {
  /** @type {Asked[]} */
  const asked = [];
  const { hostname, port: edgePort } = new URL(edge);
  const path = (/** @type {string} */ name) => assets.get(name)?.path ?? "";
  /** @type {Map<string, { type: string, packed: Buffer, cache: string }>} */
  const files = new Map();
  for (const { path: at, type, packed } of assets.values()) {
    files.set(at, { type, packed, cache: "public, max-age=31536000, immutable" });
  }
  for (const { id, head, body } of CANDIDATES) {
    for (const visit of VISITS) {
      const packed = pack(pageWith(head(visit, path), visit === "first" ? body : ""));
      files.set(`/${id}/${visit}`, { type: "text/html; charset=utf-8", packed, cache: "no-cache" });
    }
  }

  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/", headers } = request;
    const { pathname } = new URL(url, "http://localhost");
    try {
      const body = await readAll(request);
      const note = (/** @type {number} */ status) =>
        void asked.push({ method, path: pathname, body: body.toString(), status, at: performance.now() });
      const file = files.get(pathname);
      if (file) {
        note(200);
        const { type, packed, cache } = file;
        const fields = { "Content-Type": type, "Content-Encoding": "br", "Content-Length": packed.length };
        response.writeHead(200, { ...fields, "Cache-Control": cache, Vary: "Accept-Encoding" }).end(packed);
      } else if (pathname === COLLECTOR) {
        note(200);
        response.writeHead(200, { "Content-Type": "text/plain" }).end("ok");
      } else if (pathname.startsWith("/g/")) {
        const forwarded = httpRequest({ hostname, port: edgePort, method, path: url, headers }, (answer) => {
          note(answer.statusCode ?? 502);
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        });
        forwarded.on("error", () => response.destroy());
        forwarded.end(body);
      } else {
        note(404);
        response.writeHead(404).end();
      }
    } catch {
      // The browser went away.
      response.destroy();
    }
  });
  await new Promise((resolve) => server.listen(0, "localhost", () => resolve(undefined)));
  const address = server.address();
  return {
    url: `http://localhost:${typeof address === "object" && address ? address.port : 0}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Page views that arrived and were taken. @param {readonly Asked[]} asked @param {"snowplow" | "ghostlight"} where */
export function pageViews(asked, where) {
  const taken = asked.filter(({ method, status }) => method === "POST" && status < 300);
  if (where === "snowplow") {
    const events = taken.filter(({ path }) => path === COLLECTOR).flatMap(({ body }) => JSON.parse(body).data);
    return events.filter(({ e }) => e === "pv").length;
  }
  const events = taken.filter(({ path }) => path === BATCH).flatMap(({ body }) => JSON.parse(body).batch);
  return events.filter(({ type }) => type === "page").length;
}

/** Requests that tell of the visitor, beyond asking for files. @param {readonly Asked[]} asked */
export const tellsOf = (asked) => asked.filter(({ method }) => method !== "GET");

/** @param {import("node:http").IncomingMessage} request */
async function readAll(request) {
  /** @type {Buffer[]} */
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces);
}
