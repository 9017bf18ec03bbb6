/** Answers for the published files of all sites. */
import { Hono } from "hono";
import { answerFault, methodNotAllowed } from "../errors.ts";
import { chooseEncoding, matchesTag } from "./negotiate.ts";
import type { PublishedFile } from "./publish.ts";

/** `GET` and `HEAD` of every published path; other paths are left to the routes that follow. */
export function serveRoute(files: ReadonlyMap<string, PublishedFile>): Hono {
  const route = new Hono();
  route.all("/g/*", async (c, next) => {
    const file = files.get(c.req.path);
    if (file === undefined) return next();
    if (c.req.method !== "GET" && c.req.method !== "HEAD") {
      return answerFault(methodNotAllowed(c.req.method, "GET, HEAD"));
    }
    return answerFile(file, c.req.raw.headers);
  });
  return route;
}

/** The answer to a `GET`: the body in the best encoding, or 304 when the client has it already. */
export function answerFile(file: PublishedFile, request: Headers): Response {
  // Weak, since the encodings of one text share it.
  const etag = `W/"${file.hash}"`;
  const headers: Record<string, string> = {
    "Content-Type": file.type,
    "Cache-Control": file.cache,
    ETag: etag,
    Vary: "Accept-Encoding",
    "X-Content-Type-Options": "nosniff",
    // Chunks are modules, which a page of another origin may load only so; the texts are public.
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    // In a header, the map costs only those who look: https://tc39.es/ecma426/#sec-linking-source-maps
    ...(file.map !== undefined && { SourceMap: file.map }),
  };
  if (matchesTag(request.get("If-None-Match"), etag)) return new Response(null, { status: 304, headers });
  const encoding = chooseEncoding(request.get("Accept-Encoding"));
  const body = file.bodies[encoding];
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  headers["Content-Length"] = String(body.byteLength);
  return new Response(body, { headers });
}
