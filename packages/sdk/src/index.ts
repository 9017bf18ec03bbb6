/** For bundles: the same Ghostlight, from a compiled site that the bundle brings along. */
import type { CompiledSite } from "@ghostlight/rules";
import type { ConsentSource } from "./adapters/source.ts";
import type { Ghostlight } from "./api/api.ts";
import type { AnyEvents } from "./api/verbs.ts";
import { createSourcedStore } from "./consent/sourced.ts";
import { type Chunks, type KeptTool, type Parts, wireGhostlight } from "./create.ts";
import type { CenterChunk } from "./layers.ts";
import { releaseOf } from "./personalize/early/release.ts";
import { slotsOf } from "./personalize/early/slots.ts";
import { tellTools } from "./signals/apply.ts";
import { createCaller } from "./signals/caller/apply.ts";

export type { CompiledSite } from "@ghostlight/rules";
export type { ConsentSource } from "./adapters/source.ts";
export { fromVanillaCookieConsent, type VanillaCookieConsentOptions } from "./adapters/vanilla-cookieconsent/watch.ts";
export type {
  Command,
  ConsentState,
  Events,
  Ghostlight,
  Message,
  Middleware,
  Options as MessageOptions,
  Permissions,
  Plugin,
  Properties,
  StageChange,
} from "./api/api.ts";
export type { CommerceEvents, Order, Product } from "./api/commerce.ts";
export type { AnyEvents, Callback } from "./api/verbs.ts";
export type { Queue } from "./api/window.ts";
export { VERSION } from "./env/version.ts";

/** The names of a site, which `ghostlight types` writes into it. */
// biome-ignore lint/suspicious/noEmptyInterface: others add to it, and only an interface can be added to.
export interface Site {}

type NamesOf<Kind extends string> = Site extends { readonly [kind in Kind]: infer Names extends string }
  ? Names
  : string;

/** Ghostlight, with the stages, segments and purposes of this site where they are known. `EventMap`: see {@link createGhostlight}. */
export type SiteGhostlight<EventMap extends object = AnyEvents> = Ghostlight<
  NamesOf<"stage">,
  NamesOf<"segment">,
  EventMap,
  NamesOf<"purpose">
>;

export interface Options {
  /** One language of what the edge answers at `/g/<site>.json`, also as a JSON module has it: of that, TypeScript knows no literals. */
  readonly site: CompiledSite | Readonly<Record<keyof CompiledSite, object>>;
  /** Address of the edge, such as `https://shop.example/g/`. */
  readonly edge: string;
  /** A consent tool that the site keeps. Default: none, and Ghostlight asks. */
  readonly source?: ConsentSource;
  /**
   * `"none"`: the site draws all that visitors see by itself, from `consent.get`, `set`, `reset` and `on("consent")`, as
   * with `data-banner="none"` on the script tag. Then nothing is asked and no script of a dialog is loaded, unless the
   * page calls `consent.open()` or `preferences.open()`, or has an opener for the latter. What is marked stays blocked
   * as ever, without a placeholder in its place: a button of the page can call `consent.set`. No notice says that a
   * script runs on after it was withdrawn: `on("reload")` does. Default: Ghostlight asks.
   */
  readonly banner?: "none";
}

/**
 * Starts Ghostlight on this page: call it once, in a browser.
 * The dialog and the engine load when they are needed.
 *
 * `EventMap`: the site's events by name, each with its properties. Then `track` takes no other name, and no property
 * that is not there; `CommerceEvents & MyEvents` joins those of e-commerce. Default: any name, with those of e-commerce
 * known.
 */
export function createGhostlight<EventMap extends object = AnyEvents>({
  site: given,
  edge,
  source,
  banner,
}: Options): SiteGhostlight<EventMap> {
  const site = given as CompiledSite;
  const experiences = async () =>
    site.entry.snapshot
      ? { foresee: (await import("./personalize/early/experiences.ts")).createEarlyExperiences }
      : { render: (await import("./personalize/experiences.ts")).createExperiences };
  const chunks: { readonly [Name in keyof Chunks]: () => Promise<Chunks[Name]> } = {
    async banner() {
      const [{ createLayers }, { mountBanner }, { dress }] = await Promise.all([
        import("./layers.ts"),
        import("./ui/mount.ts"),
        import("./ui/dress.ts"),
      ]);
      return (host) => createLayers((banner) => mountBanner(dress(site.banner), banner), host);
    },
    async center() {
      const [{ mountCenter }, { Contact }, { watchDeclarations }, { readProfile }, { createPreferencesStore }] =
        await Promise.all([
          import("./ui/center/mount.tsx"),
          import("./ui/center/Contact.tsx"),
          import("./ui/declaration/watch.ts"),
          import("./preferences/known.ts"),
          import("./preferences/store.ts"),
        ]);
      const contact = site.center.channels.length ? Contact : undefined;
      const preferences: CenterChunk["preferences"] = (note) => createPreferencesStore(note, site.center.doubleOptIn);
      return {
        mount: (host) => mountCenter({ ...site.center, contact }, host),
        preferences,
        profile: (standing, dump, about, note) => readProfile(standing, dump, about, preferences(note)),
        declareCookies: () => watchDeclarations(site.center),
      };
    },
    async embeds() {
      const { createGate } = await import("./gate.ts");
      return (host) => createGate(site.embeds, host);
    },
    async clean() {
      const { cleanTraces } = await import("./clean/apply.ts");
      return (gone, allowed, note) => cleanTraces(site.clean, gone, allowed, note);
    },
    async engine() {
      const [{ startEngine }, { createProfile }, judges, code] = await Promise.all([
        import("./engine.ts"),
        import("./profile.ts"),
        import("./segments/whole.ts"),
        experiences(),
      ]);
      return (host) => startEngine({ ...site.engine, profile: () => createProfile, ...judges, ...code }, host);
    },
    async why() {
      const { createWhy } = await import("./segments/why/why.ts");
      return (looked) => createWhy(site.why, looked);
    },
    async redact() {
      const { createRedactor } = await import("./collect/redact.ts");
      return () => createRedactor(site.redact);
    },
    async plugins() {
      const { createPlugins } = await import("./collect/plugins/plugins.ts");
      return createPlugins;
    },
    async audit() {
      const { auditDialog } = await import("./ui/audit/apply.ts");
      return (dialog, note) => auditDialog(site.audit, dialog, note);
    },
    async debug() {
      const { watchPage } = await import("./debug/watch.ts");
      return (reporter, address, on) => watchPage(site.debug, reporter, address, on);
    },
  };
  const parts: Parts = {
    edgeUrl: `${edge.replace(/\/?$/, "/")}${site.entry.site}/e`,
    load: (name) => chunks[name](),
    headless: banner === "none",
  };
  const kept: KeptTool | undefined = source && {
    store: (now) => createSourcedStore(source, site.entry, now),
    on: source.on,
    open: source.open,
  };
  const slots = site.entry.snapshot && slotsOf(releaseOf(site.engine));
  const entry = { ...site.entry, tells: tellTools, calls: createCaller, slots };
  return wireGhostlight(entry, parts, kept) as unknown as SiteGhostlight<EventMap>;
}
