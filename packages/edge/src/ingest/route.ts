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
  readonly eventBytes: number;
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
    return c.json({ ok: true, ...result }, 200, { ...entrance.cors, ...fresh });
  });
  return route;
}

async function take({ batchBytes, eventBytes, now, store }: IngestOptions, site: string, request: Request) {
  const body = await takeBody(request, { what: "A batch", bytes: batchBytes, code: "bad_json" });
  if (typeof body !== "string") return body;
  const parsed = parseBatch(body, { receivedAt: now(), gpc: signalsPrivacy(request.headers), eventBytes });
  return parsed.ok ? store.append(site, parsed.arrivals) : parsed.fault;
}

const fresh = { "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff" };
