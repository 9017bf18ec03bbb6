/** Takes batches of events. The order of its checks goes from the cheapest to the dearest. */
import { type Context, Hono } from "hono";
import { answerFault, type Fault, methodNotAllowed, unknownSite } from "../errors.ts";
import type { Store } from "../store/store.ts";
import { parseBatch } from "./batch.ts";
import { readBody } from "./body.ts";
import { decideOrigin } from "./origin.ts";

export interface IngestOptions {
  /** Allowed origins by site id. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
  readonly store: Store;
  readonly now: () => number;
  /** Counts one request of this client for this site: 0, or the seconds it must wait. */
  readonly wait: (site: string, context: Context) => number;
  readonly batchBytes: number;
  readonly eventBytes: number;
}

/** `POST /g/SITE/e`, with `OPTIONS` for browsers that ask first. */
export function ingestRoute(options: IngestOptions): Hono {
  const route = new Hono();
  route.all("/g/:site/e", async (c) => {
    const site = c.req.param("site");
    const origins = options.origins.get(site);
    if (origins === undefined) return answerFault(unknownSite(site));
    const { method } = c.req;
    if (method !== "POST" && method !== "OPTIONS") return answerFault(methodNotAllowed(method, "POST, OPTIONS"));

    const header = (name: string) => c.req.raw.headers.get(name);
    const decision = decideOrigin(
      {
        origin: header("Origin"),
        referer: header("Referer"),
        fetchSite: header("Sec-Fetch-Site"),
        host: new URL(c.req.url).host,
      },
      origins,
    );
    if (!decision.ok) return answerFault(foreignOrigin(decision.seen, site), { Vary: "Origin" });
    const cors = corsHeaders(decision.cors);
    if (method === "OPTIONS") return new Response(null, { status: 204, headers: { ...cors, ...preflight } });

    const seconds = options.wait(site, c);
    if (seconds > 0) return answerFault(tooMany(seconds), cors);
    const result = await take(options, site, c.req.raw);
    return "status" in result ? answerFault(result, cors) : c.json({ ok: true, ...result }, 200, { ...cors, ...fresh });
  });
  return route;
}

async function take(options: IngestOptions, site: string, request: Request) {
  const body = await readBody(request, options.batchBytes);
  if (!body.ok) return body.reason === "too_large" ? tooLarge(options.batchBytes) : unreadable;
  const parsed = parseBatch(body.text, options.now(), options);
  return parsed.ok ? options.store.append(site, parsed.arrivals) : parsed.fault;
}

const fresh = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };

const preflight = {
  "Access-Control-Allow-Methods": "POST",
  "Access-Control-Allow-Headers": "Content-Type",
  "Access-Control-Max-Age": "86400",
};

function corsHeaders(origin: string | undefined): Record<string, string> {
  // Without this a page of another origin cannot read when to try again.
  const exposed = { "Access-Control-Expose-Headers": "Retry-After" };
  return { Vary: "Origin", ...(origin !== undefined && { "Access-Control-Allow-Origin": origin, ...exposed }) };
}

const foreignOrigin = (seen: string | undefined, site: string): Fault => ({
  status: 403,
  code: "foreign_origin",
  message:
    seen === undefined
      ? "The request names no origin: it needs an Origin or a Referer."
      : `${seen} is not one of the origins of the site "${site}". Add it to "origins" in the site file.`,
});

const tooMany = (seconds: number): Fault => ({
  status: 429,
  code: "too_many_requests",
  message: `Too many batches from this address. Try again in ${seconds} s.`,
  headers: { "Retry-After": String(seconds) },
});

const tooLarge = (bytes: number): Fault => ({
  status: 413,
  code: "body_too_large",
  message: `A batch may have ${bytes} bytes at most.`,
});

const unreadable: Fault = { status: 400, code: "bad_json", message: "The body is not UTF-8, or it broke off." };
