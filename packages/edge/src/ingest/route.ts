/** Takes batches of events. The order of its checks goes from the cheapest to the dearest. */
import { Hono } from "hono";
import { answerFault } from "../errors.ts";
import { type Gate, takeBody } from "../gate/gate.ts";
import { signalsPrivacy } from "../gpc/signal.ts";
import type { Store } from "../store/store.ts";
import { parseBatch } from "./batch.ts";

export interface IngestOptions {
  readonly gate: Gate;
  readonly store: Store;
  readonly now: () => number;
  readonly batchBytes: number;
  readonly batchEvents: number;
  readonly eventBytes: number;
  readonly exactLengths: boolean;
}

/** `POST /g/SITE/e`, with `OPTIONS` for browsers that ask first. */
export function ingestRoute(options: IngestOptions): Hono {
  const route = new Hono();
  route.all("/g/:site/e", async (c) => {
    const site = c.req.param("site");
    const entrance = options.gate(c, site);
    if (!entrance.ok) return entrance.answer;
    const result = await take(options, site, c.req.raw);
    if ("status" in result) return answerFault(result, entrance.cors);
    // Not `c.json`, which takes apart and puts together again what more than one header field there is.
    return new Response(JSON.stringify({ ok: true, ...result }), { headers: { ...entrance.cors, ...fresh } });
  });
  return route;
}

async function take(options: IngestOptions, site: string, request: Request) {
  const { batchBytes, batchEvents, eventBytes, exactLengths, now, store } = options;
  const body = await takeBody(request, { what: "A batch", bytes: batchBytes, exactLengths, code: "bad_json" });
  if (typeof body !== "string") return body;
  const gpc = signalsPrivacy(request.headers);
  const parsed = parseBatch(body, { receivedAt: now(), gpc, batchEvents, eventBytes });
  return parsed.ok ? store.append(site, parsed.arrivals) : parsed.fault;
}

const fresh = {
  "Content-Type": "application/json",
  "Cache-Control": "no-store",
  "X-Content-Type-Options": "nosniff",
};
