/** Who may send to a site, decided before anything of a request is read. */
import type { Context } from "hono";
import { answerFault, type Fault, type FaultCode, methodNotAllowed, unknownSite } from "../errors.ts";
import { readBody } from "./body.ts";
import { decideOrigin } from "./origin.ts";

export interface GateOptions {
  /** Allowed origins by site id. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
  /** Counts one request of this client for this site: 0, or the seconds it must wait. */
  readonly wait: (site: string, context: Context) => number;
}

/** The answer, where there is nothing more to do, else the header fields that let the page read the answer. */
export type Entrance =
  | { readonly ok: true; readonly cors: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly answer: Response };

export type Gate = (context: Context, site: string) => Entrance;

/**
 * Lets a `POST` of one of the site's pages through, and answers the rest, with `OPTIONS` for browsers that ask first.
 */
export function createGate({ origins, wait }: GateOptions): Gate {
  return (c, site) => {
    const known = origins.get(site);
    if (known === undefined) return refuse(unknownSite(site));
    const { method } = c.req;
    if (method !== "POST" && method !== "OPTIONS") return refuse(methodNotAllowed(method, "POST, OPTIONS"));

    const header = (name: string) => c.req.raw.headers.get(name);
    const decision = decideOrigin(
      {
        origin: header("Origin"),
        referer: header("Referer"),
        fetchSite: header("Sec-Fetch-Site"),
        // Only looked at when the origin is not one of the site's.
        get host() {
          return new URL(c.req.url).host;
        },
      },
      known,
    );
    if (!decision.ok) return refuse(foreignOrigin(decision.seen, site), { Vary: "Origin" });
    const cors = corsHeaders(decision.cors);
    if (method === "OPTIONS") {
      return { ok: false, answer: new Response(null, { status: 204, headers: { ...cors, ...preflight } }) };
    }
    const seconds = wait(site, c);
    return seconds > 0 ? refuse(tooMany(seconds), cors) : { ok: true, cors };
  };
}

/** What a route takes as a body. */
export interface BodyKind {
  /** Names it at the start of a sentence, e.g. `A batch`. */
  readonly what: string;
  readonly bytes: number;
  /** Whether the platform holds a body to its length (see {@link readBody}). */
  readonly exactLengths: boolean;
  /** Code of the refusal of one that is no text. */
  readonly code: FaultCode;
}

/** The text of a body, or why it cannot be had. */
export async function takeBody(
  request: Request,
  { what, bytes, exactLengths, code }: BodyKind,
): Promise<string | Fault> {
  const body = await readBody(request, bytes, exactLengths);
  if (body.ok) return body.text;
  return body.reason === "unreadable"
    ? { status: 400, code, message: "The body is not UTF-8, or it broke off." }
    : { status: 413, code: "body_too_large", message: `${what} may have ${bytes} bytes at most.` };
}

function refuse(fault: Fault, headers: Readonly<Record<string, string>> = {}): Entrance {
  return { ok: false, answer: answerFault(fault, headers) };
}

const preflight = {
  "Access-Control-Allow-Methods": "POST",
  "Access-Control-Allow-Headers": "Content-Type",
  "Access-Control-Max-Age": "86400",
};

function corsHeaders(origin: string | undefined): Record<string, string> {
  if (origin === undefined) return { Vary: "Origin" };
  return {
    Vary: "Origin",
    "Access-Control-Allow-Origin": origin,
    // Without this a page of another origin cannot read when to try again.
    "Access-Control-Expose-Headers": "Retry-After",
  };
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
  message: `Too many requests from this address. Try again in ${seconds} s.`,
  headers: { "Retry-After": String(seconds) },
});
