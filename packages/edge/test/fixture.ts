/** An edge in memory with one site, for tests that ask it questions. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import type { BannerPart, EntryPart } from "@ghostlight/rules";
import { checkSite, type Site } from "@ghostlight/rules/site";
import { afterAll } from "vitest";
import { type AppOptions, createApp } from "../src/app.ts";
import type { Artefacts } from "../src/serve/artefacts.ts";
import { packNode } from "../src/serve/pack-node.ts";
import { openSqliteStore } from "../src/store/sqlite.ts";
import type { Store, StoredEvent } from "../src/store/store.ts";

export const ORIGIN = "https://shop.example";
/** What the clock of the test edge says. */
export const NOW = Date.parse("2026-03-01T12:00:00.000Z");

export const ARTEFACTS: Artefacts = {
  entry: "(()=>{const e=__GHOSTLIGHT_ENTRY__;globalThis.seen=e})();\n",
  banner: "const b=()=>__GHOSTLIGHT_BANNER__;export{b as part};\n",
  center: "const c=()=>__GHOSTLIGHT_CENTER__;export{c as part};\n",
  embeds: "const e=()=>__GHOSTLIGHT_EMBEDS__;export{e as part};\n",
  clean: "const c=()=>__GHOSTLIGHT_CLEAN__;export{c as part};\n",
  engine: "const e=__GHOSTLIGHT_ENGINE__;export{e as part};\n",
  why: "const w=__GHOSTLIGHT_WHY__;export{w as part};\n",
  redact: "const r=__GHOSTLIGHT_REDACT__;export{r as part};\n",
  plugins: "const p=1;export{p as part};\n",
  audit: "const a=__GHOSTLIGHT_AUDIT__;export{a as part};\n",
  debug: "const d=__GHOSTLIGHT_DEBUG__;export{d as part};\n",
  along: "(b=>\n()=>b)(__GHOSTLIGHT_BANNER__)",
  features: {
    tells: "()=>9",
    calls: "()=>1",
    bar: "'bar{}'",
    modal: "'modal{}'",
    contact: "()=>2",
    profile: "()=>10",
    render: "()=>3",
    operators: "{}",
    reach: "()=>7",
    pageFacts: "()=>8",
    likes: "()=>6",
    slots: "()=>4",
    foresee: "()=>5",
  },
};

/** The part that an entry of these artefacts was served with, and what came along. */
export function entryOf(script: string): EntryPart & { chunks?: Record<string, { start: () => BannerPart }> } {
  const page: { seen?: ReturnType<typeof entryOf> } = {};
  runInNewContext(script, page);
  if (!page.seen) throw new Error("no part");
  return page.seen;
}

/** A checked site; throws when the test's own site file is wrong. */
export function site(file: Record<string, unknown> = {}): Site {
  const checked = checkSite({ site: "shop", origins: [ORIGIN], languages: ["en", "it"], ...file });
  if (!checked.ok) throw new Error(JSON.stringify(checked.issues));
  return checked.site;
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A new folder that goes when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ghostlight-edge-"));
  folders.push(folder);
  return folder;
}

export function temporaryStore(): Store {
  return openSqliteStore({ file: join(temporaryFolder(), "ghostlight.db") });
}

/** An edge for the site "shop" with a clock that stands still, and its store. */
export function edge(options: Partial<AppOptions> = {}) {
  const store = options.store ?? temporaryStore();
  const app = createApp({ sites: [site()], artefacts: ARTEFACTS, pack: packNode, now: () => NOW, ...options, store });
  return { app, store };
}

/** A good event; `fields` come over it. */
export function event(id: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: "track",
    event: "Product Viewed",
    messageId: id,
    timestamp: "2026-03-01T11:59:50.000Z",
    anonymousId: "a-1",
    properties: { product_id: "p1", price: 10 },
    context: { consent: { categoryPreferences: { analytics: true, marketing: false } } },
    ...fields,
  };
}

export function batch(...events: unknown[]): string {
  return JSON.stringify({ batch: events, sentAt: "2026-03-01T12:00:00.000Z" });
}

export function post(body: BodyInit, headers: Record<string, string> = {}): RequestInit {
  return { method: "POST", body, headers: { "Content-Type": "text/plain", Origin: ORIGIN, ...headers } };
}

export async function stored(store: Store, of = "shop"): Promise<StoredEvent[]> {
  const found: StoredEvent[] = [];
  for await (const one of store.events(of)) found.push(one);
  return found;
}

export async function ids(store: Store, of = "shop"): Promise<string[]> {
  return (await stored(store, of)).map(({ id }) => id);
}
