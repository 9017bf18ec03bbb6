/** `ghostlight serve`: one process that serves the scripts and takes the events. */
import { statSync } from "node:fs";
import type { Site } from "@ghostlight/rules/site";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { createApp } from "../app.ts";
import { codeOf } from "../errors.ts";
import { folderPages } from "../public/folder.ts";
import type { Artefacts } from "../serve/artefacts.ts";
import { packNode } from "../serve/pack-node.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { NOT_BUILT, PAGE_SCRIPTS, readArtefacts } from "./artefacts.ts";
import { type Command, failure, type Io, misuse } from "./command.ts";
import { databaseFile } from "./database.ts";
import { printIssues } from "./faults.ts";
import { type Listening, listen } from "./listen.ts";
import { readServeFlags, type ServeFlags } from "./serve-flags.ts";
import { listenFailure, localOrigin, originNotes, runningText, type ServedSite } from "./serve-texts.ts";
import { stopSignal } from "./signals.ts";
import { readSiteFile } from "./site-file.ts";

/** How long running requests may take after a stop was asked for, in ms. */
const PATIENCE = 5000;

export const serve: Command = {
  summary: "Serve the scripts of one or more sites and take their events",
  help: `ghostlight serve SITE.json… [flags]

Serves each site's script at /g/ID.js and takes its events; its choices come
back as cookies that browsers keep. Stops at Ctrl+C, after the requests under
way.

  --port N        port, 0 for a free one (default: the variable PORT, else 8787)
  --host NAME     address to listen at (default: localhost, reachable from this
                  machine alone; 0.0.0.0 opens it to the network)
  --data DIR      folder of the database (default: data)
  --public DIR    also show the pages of this folder
  --rate N        requests a second that send something, from one address to one
                  site (default: 40)
  --trust-proxy   count by the last address of X-Forwarded-For, and see https by
                  X-Forwarded-Proto; only behind a proxy that writes both
  --country-header NAME
                  believe the visitor's country, and so the law in force, from
                  this header: CF-IPCountry, CloudFront-Viewer-Country,
                  X-Vercel-IP-Country (each with its region), X-Country or your
                  own; only behind a proxy that writes it (default: the country
                  is unknown, and the strictest law of the site file holds)
`,
  flags: {
    port: { value: true },
    host: { value: true },
    data: { value: true },
    public: { value: true },
    rate: { value: true },
    "trust-proxy": { value: false },
    "country-header": { value: true },
  },
  async run(given, io) {
    const read = readServeFlags(given, io.env);
    if (!read.ok) return misuse(io, "serve", read.message);
    const { flags } = read;
    const sites = await readSites(flags.files, io);
    if (sites === undefined) return 1;
    if (flags.pages !== undefined && !isFolder(flags.pages)) {
      return failure(io, "serve", `--public: there is no folder ${flags.pages}`);
    }
    const artefacts = await readArtefacts(PAGE_SCRIPTS);
    if (artefacts === undefined) return failure(io, "serve", NOT_BUILT);
    const store = openStore(flags.data, io);
    if (store === undefined) return 1;
    try {
      return await run(flags, sites, artefacts, store, io);
    } finally {
      await store.close();
    }
  },
};

async function run(
  flags: ServeFlags,
  sites: readonly (ServedSite & { readonly site: Site })[],
  artefacts: Artefacts,
  store: Store,
  io: Io,
): Promise<number> {
  for (const { site } of sites) await store.enrol(site.site);
  const app = createApp({
    sites: sites.map(({ site }) => site),
    artefacts,
    store,
    pack: packNode,
    limits: { perSecond: flags.rate, burst: flags.rate * 6 },
    trustProxy: flags.trustProxy,
    ...(flags.countryHeader !== undefined && { countryHeader: flags.countryHeader }),
    address: connectionAddress,
    exactLengths: true,
    log: (line) => io.err(`${line}\n`),
    ...(flags.pages !== undefined && { pages: folderPages(flags.pages) }),
  });
  const stop = stopSignal();
  let listening: Listening;
  try {
    listening = await listen({ fetch: app.fetch, host: flags.host, port: flags.port });
  } catch (error) {
    const known = listenFailure(codeOf(error), flags.host, flags.port);
    if (known === undefined) throw error;
    return failure(io, "serve", known);
  }
  const origin = localOrigin(flags.host, listening.port);
  io.err(originNotes(origin, sites));
  io.out(runningText(origin, sites, flags));
  await stop;
  await listening.stop(PATIENCE);
  return 0;
}

async function readSites(files: readonly string[], io: Io) {
  const sites: { file: string; site: Site }[] = [];
  for (const result of await Promise.all(files.map(readSiteFile))) {
    if (result.ok) sites.push(result);
    else if ("reason" in result) failure(io, "serve", `${result.file}: ${result.reason}`);
    else io.err(printIssues(result.file, result.issues));
  }
  const twice = sites.find(({ site }, index) => sites.findIndex((other) => other.site.site === site.site) < index);
  if (twice) failure(io, "serve", `${twice.file}: another of the files has the site id "${twice.site.site}" too`);
  return twice || sites.length < files.length ? undefined : sites;
}

function openStore(folder: string, io: Io): Store | undefined {
  const file = databaseFile(folder);
  try {
    return openSqliteStore({ file });
  } catch (error) {
    failure(io, "serve", `cannot use ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function connectionAddress(context: Context): string {
  return (context.env as HttpBindings).incoming.socket.remoteAddress ?? "";
}
