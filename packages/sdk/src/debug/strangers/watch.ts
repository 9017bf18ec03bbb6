/** Tells of hosts that the page contacts and no service declares: what is not marked is reported, not stopped. */
import type { Guard } from "../../env/guard.ts";
import type { Reporter } from "../../env/report.ts";
import { urlOf } from "../../env/url.ts";
import { isDeclared } from "./match.ts";

/**
 * Notes `undeclared` with each such host, once, also of what was loaded before; never the page's own host.
 * `declared`: hosts of all services and of the edge. Returns what ends it. Does nothing where the browser cannot tell.
 */
export function watchStrangers(declared: readonly string[], note: Reporter["note"], guard: Guard): () => void {
  if (typeof PerformanceObserver === "undefined") return () => {};
  const told = new Set<string>();
  const observer = new PerformanceObserver(
    guard((list: PerformanceObserverEntryList) => {
      for (const { name } of list.getEntries()) {
        // data: and blob: have no host of their own.
        const { host, hostname } = urlOf(name) ?? location;
        const own = host === location.host || !hostname;
        if (own || told.has(host) || isDeclared(host, declared) || isDeclared(hostname, declared)) continue;
        told.add(host);
        note("undeclared", host);
      }
    }),
  );
  observer.observe({ type: "resource", buffered: true });
  return () => observer.disconnect();
}
