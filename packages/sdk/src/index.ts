/** For bundles: the same Ghostlight, from a compiled site that the bundle brings along. */
import type { CompiledSite } from "@ghostlight/rules";
import type { ConsentSource } from "./adapters/source.ts";
import type { Ghostlight } from "./api/api.ts";
import { createSourcedStore } from "./consent/sourced.ts";
import { type Chunks, type Parts, wireGhostlight } from "./create.ts";

export type { CompiledSite } from "@ghostlight/rules";
export type { ConsentSource } from "./adapters/source.ts";
export { fromVanillaCookieConsent, type VanillaCookieConsentOptions } from "./adapters/vanilla-cookieconsent/watch.ts";
export type { Command, ConsentState, Events, Ghostlight, Properties, StageChange } from "./api/api.ts";
export type { Queue } from "./api/window.ts";
export { VERSION } from "./env/version.ts";

export interface Options {
  /** One language of what the edge answers at `/g/<site>.json`. */
  readonly site: CompiledSite;
  /** Address of the edge, such as `https://shop.example/g/`. */
  readonly edge: string;
  /** A consent tool that the site keeps. Default: none, and Ghostlight asks. */
  readonly source?: ConsentSource;
}

/**
 * Starts Ghostlight on this page: call it once, in a browser.
 * The dialog and the engine load when they are needed.
 */
export function createGhostlight({ site, edge, source }: Options): Ghostlight {
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
    async debug() {
      const { watchPage } = await import("./debug/watch.ts");
      return (reporter, address) => watchPage(site.debug, reporter, address);
    },
  };
  const parts: Parts = {
    endpoint: `${edge.replace(/\/?$/, "/")}${site.entry.site}/e`,
    load: (name) => chunks[name](),
    ...(source && {
      kept: { store: (now) => createSourcedStore(source, site.entry, now), on: source.on, open: source.open },
    }),
  };
  return wireGhostlight(site.entry, parts);
}
