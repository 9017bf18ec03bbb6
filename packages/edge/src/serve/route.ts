/** Answers for the published files of all sites. */
import { Hono } from "hono";
import { answerFault, methodNotAllowed } from "../errors.ts";
import { chooseEncoding, matchesTag } from "./negotiate.ts";
import type { Published, PublishedFile } from "./publish.ts";

/** The files of one site, and how the law in force is found for a visit. */
export interface ServedSite extends Published {
  readonly variantOf: (request: Headers) => string;
  /** Values of `Set-Cookie` to go with the entry. Default: none. */
  readonly cookies?: (request: Request) => readonly string[];
}

/**
 * `GET` and `HEAD` of every published path; other paths are left to the routes that follow. `countryFields`
 * are the request fields that `variantOf` looks at.
 */
export function serveRoute(sites: readonly ServedSite[], countryFields: readonly string[]): Hono {
  const fixed = new Map(sites.flatMap((site) => [...site.fixed]));
  const entries = new Map(sites.map((site) => [site.entry.path, site]));
  const route = new Hono();
  route.all("/g/*", async (c, next) => {
    const { path, method } = c.req;
    const request = c.req.raw.headers;
    const site = entries.get(path);
    const file = site ? site.entry.variants.get(site.variantOf(request)) : fixed.get(path);
    if (file === undefined) return next();
    if (method !== "GET" && method !== "HEAD") return answerFault(methodNotAllowed(method, "GET, HEAD"));
    const answer = answerFile(file, request, site ? countryFields : []);
    for (const field of site?.cookies?.(c.req.raw) ?? []) answer.headers.append("Set-Cookie", field);
    return answer;
  });
  return route;
}

/** The answer to a `GET`: the body in the best encoding, or 304 when the client has it already. */
export function answerFile(file: PublishedFile, request: Headers, varyOn: readonly string[] = []): Response {
  // Weak, since the encodings of one text share it.
  const etag = `W/"${file.hash}"`;
  const headers: Record<string, string> = {
    "Content-Type": file.type,
    "Cache-Control": file.cache,
    ETag: etag,
    Vary: ["Accept-Encoding", ...varyOn].join(", "),
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
