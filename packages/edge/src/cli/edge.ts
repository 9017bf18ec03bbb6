/** The edge while it runs: the sites that it shows may change, and each request is answered wholly as of before or after. */
import type { Site } from "@ghostlight/rules/site";
import type { Hono } from "hono";
import { type AppOptions, createApp, lawsServed } from "../app.ts";
import type { Artefacts } from "../serve/artefacts.ts";
import { type Fit, fitSite } from "../serve/fit.ts";
import { type Pack, type Published, publishSite } from "../serve/publish.ts";
import { rememberLately } from "../serve/remember.ts";
import { warm } from "../serve/warm.ts";
import type { Releases } from "../store/publications.ts";
import type { Store } from "../store/store.ts";

export interface EdgeOptions extends Omit<AppOptions, "sites" | "publish" | "earlier"> {
  readonly artefacts: Artefacts;
  readonly pack: Pack;
  readonly store: Store;
  readonly releases: Releases;
  /** Whether pages may use the entry that they have while they ask for a new one. */
  readonly stale: boolean;
}

export interface Edge {
  readonly fetch: Hono["fetch"];
  /** Whether the text of a site file can be shown. */
  readonly fit: (text: string) => Fit;
  /** Shows these sites from here on, in place of those before. Throws where one does not fit, and shows those before. */
  readonly show: (sites: readonly Site[]) => Promise<void>;
  /** Says that what is shown is still in use: its chunks stay for whoever asks when it is replaced. */
  readonly keep: () => Promise<void>;
}

export function createEdge(options: EdgeOptions): Edge {
  const { artefacts, countryHeader, releases, stale, store, now = Date.now } = options;
  const { get: pack, turn } = rememberLately(options.pack);
  const made = new WeakMap<Site, Published>();
  const publish = (site: Site): Published => {
    const known = made.get(site) ?? publishSite(site, artefacts, pack, lawsServed(site, countryHeader), { stale });
    made.set(site, known);
    return known;
  };
  const appOf = (sites: readonly Site[]) => createApp({ ...options, sites, pack, publish, earlier: releases.find });
  let shown: readonly Site[] = [];
  let app = appOf(shown);

  async function keep(sites: readonly Site[]): Promise<void> {
    for (const site of sites) await releases.keep(site.site, chunksOf(publish(site)), now());
  }

  return {
    fetch: (...args) => app.fetch(...args),
    fit: (text) => fitSite(text, publish),
    async show(sites) {
      const next = appOf(sites);
      for (const { site } of sites) await store.enrol(site);
      // First: whoever gets an entry of these may ask for its chunks when this process is gone.
      await keep(sites);
      app = next;
      shown = sites;
      turn();
      // What is not packed ahead is packed when it is asked for.
      warm(sites.map(publish), () => shown === sites).catch(() => {});
    },
    keep: () => keep(shown),
  };
}

function chunksOf({ fixed }: Published) {
  return [...fixed].flatMap(([path, { hash, bodies }]) =>
    /\/[0-9a-f]+\/[a-z]+\.js$/.test(path) ? [{ path, hash, text: new TextDecoder().decode(bodies.identity) }] : [],
  );
}
