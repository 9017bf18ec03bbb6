/** Says publicly that Global Privacy Control counts here. https://w3c.github.io/gpc/#gpc-support-resource */
import { Hono } from "hono";
import { hostOf } from "../gate/origin.ts";

export interface GpcOptions {
  /** Origins of the sites. */
  readonly origins: readonly string[];
  /** Whether pages are shown here too: then this origin is a site, whatever it is called. */
  readonly pages: boolean;
  /** Since when it holds: ms since 1970. */
  readonly since: number;
}

/**
 * `GET /.well-known/gpc.json`, where a site runs on the origin that was asked; elsewhere nobody could mean it.
 * Hosts are compared without the scheme, which a proxy that ends TLS hides.
 */
export function gpcRoute({ origins, pages, since }: GpcOptions): Hono {
  const hosts = new Set(origins.map(hostOf));
  const body = { gpc: true, lastUpdate: new Date(since).toISOString().slice(0, 10) };
  const route = new Hono();
  route.get("/.well-known/gpc.json", async (c, next) => {
    if (!pages && !hosts.has(new URL(c.req.url).host)) return next();
    return c.json(body, 200, {
      "Cache-Control": "public, max-age=3600",
      "X-Content-Type-Options": "nosniff",
      "Access-Control-Allow-Origin": "*",
    });
  });
  return route;
}
