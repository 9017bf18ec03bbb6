/** `ghostlight serve`: one process that serves the scripts and takes the events. */
import { statSync } from "node:fs";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { DEFAULT_LIMITS } from "../app.ts";
import { codeOf } from "../errors.ts";
import { createLimiter } from "../gate/limit.ts";
import { folderPages } from "../public/folder.ts";
import type { Fields } from "../serve/answer.ts";
import type { Artefacts } from "../serve/artefacts.ts";
import { packNode } from "../serve/pack-node.ts";
import type { Publications, Releases } from "../store/publications.ts";
import { openSqlitePublications } from "../store/publications-sqlite.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store } from "../store/store.ts";
import { NOT_BUILT, PAGE_SCRIPTS, readArtefacts } from "./artefacts.ts";
import { type Command, failure, type Io, misuse } from "./command.ts";
import { databaseFile, publicationsFile } from "./database.ts";
import { diskFault } from "./disk.ts";
import { createEdge } from "./edge.ts";
import { every } from "./every.ts";
import { type Listening, listen } from "./listen.ts";
import { open } from "./open.ts";
import { PAGES, pathFault } from "./path-fault.ts";
import { followPublications } from "./published.ts";
import { readServeFlags, type ServeFlags } from "./serve-flags.ts";
import {
  keepFailure,
  listenFailure,
  localOrigin,
  lookFailure,
  originNotes,
  runningText,
  type ServedSite,
} from "./serve-texts.ts";
import { stopSignal } from "./signals.ts";
import { readSiteFiles, type SiteFileRead } from "./site-file.ts";

/** How long running requests may take after a stop was asked for, in ms. */
const PATIENCE = 5000;

/** ms between two looks for what was published. */
const LOOK = 1000;

/** ms between two notes of what is served: chunks stay for days after the last. */
const HOUR = 3_600_000;

export const serve: Command = {
  summary: "Serve the scripts of one or more sites and take their events",
  help: `ghostlight serve [SITE.json…] [flags]

Serves each site's script at /g/ID.js and takes its events; its choices come
back as cookies that browsers keep. Stops at Ctrl+C, after the requests under
way.

Without a site file it serves what \`ghostlight publish\` put into the folder of
data, and shows what is published or rolled back there within 2 seconds. With
site files it serves these as they are when it starts, and nothing else.

  --port N        port, 0 for a free one (default: the variable PORT, else 8787)
  --host NAME     address to listen at (default: localhost, reachable from this
                  machine alone; 0.0.0.0 opens it to the network)
  --data DIR      folder of what is published and of the events (default: data)
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
    const files = await readSiteFiles(flags.files, "serve", io);
    if (files === undefined) return 1;
    const fault = flags.pages === undefined ? undefined : pagesFault(flags.pages);
    if (fault !== undefined) return failure(io, "serve", `--public: ${fault}`);
    const artefacts = await readArtefacts(PAGE_SCRIPTS);
    if (artefacts === undefined) return failure(io, "serve", NOT_BUILT);
    const store = open(databaseFile(flags.data), (file) => openSqliteStore({ file }), "serve", io);
    if (store === undefined) return 1;
    const publications = open(publicationsFile(flags.data), openSqlitePublications, "serve", io);
    try {
      return publications ? await run(flags, files, artefacts, store, publications, io) : 1;
    } finally {
      await publications?.close();
      await store.close();
    }
  },
};

async function run(
  flags: ServeFlags,
  files: readonly SiteFileRead[],
  artefacts: Artefacts,
  store: Store,
  publications: Publications & Releases,
  io: Io,
): Promise<number> {
  const tell = (line: string) => io.err(`${line}\n`);
  const limits = { perSecond: flags.rate, burst: flags.rate * 6 };
  const edge = createEdge({
    artefacts,
    store,
    releases: publications,
    pack: packNode,
    stale: files.length === 0,
    limits,
    limiter: createLimiter({ ...DEFAULT_LIMITS, ...limits }),
    trustProxy: flags.trustProxy,
    ...(flags.countryHeader !== undefined && { countryHeader: flags.countryHeader }),
    address: connectionAddress,
    fields: connectionFields,
    exactLengths: true,
    log: tell,
    ...(flags.pages !== undefined && { pages: folderPages(flags.pages) }),
  });
  const following = files.length ? undefined : followPublications(publications, edge, tell);
  try {
    await (following ? following.look() : edge.show(files.map(({ site }) => site)));
  } catch (error) {
    const fault = diskFault(error, flags.data);
    if (fault === undefined) throw error;
    return failure(io, "serve", fault);
  }
  const stop = stopSignal();
  let listening: Listening;
  try {
    listening = await listen({ fetch: edge.fetch, host: flags.host, port: flags.port });
  } catch (error) {
    const known = listenFailure(codeOf(error), flags.host, flags.port);
    if (known === undefined) throw error;
    return failure(io, "serve", known);
  }
  const sites: readonly ServedSite[] =
    following?.shown().map(({ site, number }) => ({ file: `number ${number} of site "${site.site}"`, site })) ?? files;
  const origin = localOrigin(flags.host, listening.port);
  io.err(originNotes(origin, sites));
  io.out(runningText(origin, sites, flags));
  const chores = [every(HOUR, edge.keep, tell, (error) => keepFailure(error, flags.data))];
  if (following) {
    const describe = (error: unknown) => lookFailure(error, following.waiting(), flags.data);
    chores.push(every(LOOK, following.look, tell, describe));
  }
  await stop;
  for (const end of chores) await end();
  await listening.stop(PATIENCE);
  return 0;
}

/** Why no pages can be shown of this folder. */
function pagesFault(path: string): string | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? undefined : `there is no folder ${path}`;
  } catch (error) {
    const reason = pathFault(error, path, PAGES);
    if (reason === undefined) throw error;
    return `${path}: ${reason}`;
  }
}

/** As Node has read them already: to make `Headers` of all of them, for the three that count, took some 5 % of a 304. */
function connectionFields(_request: Request, env: unknown): Fields {
  const { headers } = (env as HttpBindings).incoming;
  return { get: (name) => headers[name.toLowerCase()]?.toString() ?? null };
}

function connectionAddress(context: Context): string {
  return (context.env as HttpBindings).incoming.socket.remoteAddress ?? "";
}
