/** For bundles: the same Ghostlight, from a compiled site that the bundle brings along. */
import type { CompiledSite } from "@ghostlight/rules";
import type { Ghostlight } from "./api/api.ts";
import { wireGhostlight } from "./create.ts";

export type { CompiledSite } from "@ghostlight/rules";
export type { Command, ConsentState, Events, Ghostlight, Properties, StageChange } from "./api/api.ts";
export type { Queue } from "./api/window.ts";
export { VERSION } from "./env/version.ts";

export interface Options {
  /** One language of what the edge answers at `/g/<site>.json`. */
  readonly site: CompiledSite;
  /** Address of the edge, such as `https://shop.example/g/`. */
  readonly edge: string;
}

/**
 * Starts Ghostlight on this page: call it once, in a browser.
 * The dialog and the engine load when they are needed.
 */
export function createGhostlight({ site, edge }: Options): Ghostlight {
  return wireGhostlight(site.entry, {
    endpoint: `${edge.replace(/\/?$/, "/")}${site.entry.site}/e`,
    loadBanner: async () => {
      const { mountBanner } = await import("./ui/mount.tsx");
      return (host) => mountBanner(site.banner, host);
    },
    loadEngine: async () => {
      const { startEngine } = await import("./engine.ts");
      return (host) => startEngine(site.engine, host);
    },
    loadDebug: async () => (await import("./debug/watch.ts")).watchNotes,
  });
}
