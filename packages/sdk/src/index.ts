/** For bundles: the same Ghostlight, from a compiled site that the bundle brings along. */
import type { CompiledSite } from "@ghostlight/rules";
import type { Ghostlight } from "./api/api.ts";
import { type Chunks, wireGhostlight } from "./create.ts";

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
  const chunks: { readonly [Name in keyof Chunks]: () => Promise<Chunks[Name]> } = {
    async banner() {
      const [{ createLayers }, { mountBanner }] = await Promise.all([import("./layers.ts"), import("./ui/mount.tsx")]);
      return (host) => createLayers((banner) => mountBanner(site.banner, banner), host);
    },
    async center() {
      const [{ mountCenter }, { auditDialog }, { watchDeclarations }, { createPreferencesStore }] = await Promise.all([
        import("./ui/center/mount.tsx"),
        import("./ui/audit/apply.ts"),
        import("./ui/declaration/watch.ts"),
        import("./preferences/store.ts"),
      ]);
      return {
        mount: (host) => mountCenter(site.center, host),
        preferences: createPreferencesStore,
        audit: auditDialog,
        declare: () => watchDeclarations(site.center),
      };
    },
    async embeds() {
      const { createGate } = await import("./gate.ts");
      return (host) => createGate(site.embeds, host);
    },
    async clean() {
      const { cleanTraces } = await import("./clean/apply.ts");
      return (gone, note) => cleanTraces(site.clean, gone, note);
    },
    async engine() {
      const { startEngine } = await import("./engine.ts");
      return (host) => startEngine(site.engine, host);
    },
    debug: async () => (await import("./debug/watch.ts")).watchNotes,
  };
  return wireGhostlight(site.entry, {
    endpoint: `${edge.replace(/\/?$/, "/")}${site.entry.site}/e`,
    load: (name) => chunks[name](),
  });
}
