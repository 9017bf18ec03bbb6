/** `ghostlight export`: the events of a site as lines of JSON, also while the edge runs. */
import { existsSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { nearest } from "@ghostlight/rules/site";
import { codeOf } from "../errors.ts";
import { openSqliteStore } from "../store/sqlite.ts";
import type { Store, StoredEvent } from "../store/store.ts";
import { type Command, failure, type Io, misuse, textOf } from "./command.ts";
import { DATA_FOLDER, databaseFile } from "./database.ts";

export const exportEvents: Command = {
  summary: "Print the events of a site, one JSON a line",
  help: `ghostlight export --site ID [--data DIR]

Prints the events of a site to the standard output, one JSON object a line, in
the order in which they happened. The edge may run meanwhile.

Each event is as it was sent, with the times of the Segment spec:
  originalTimestamp   when it happened by the device's clock
  sentAt              when it was sent by the device's clock
  receivedAt          when it arrived by the edge's clock
  timestamp           when it happened by the edge's clock

  --site ID    the "site" of the site file
  --data DIR   where the events are (default: ${DATA_FOLDER})
`,
  flags: { site: { value: true }, data: { value: true } },
  async run(given, io) {
    const site = textOf(given, "site", "");
    const data = textOf(given, "data", DATA_FOLDER);
    if (site === "") return misuse(io, "export", "which site? e.g. ghostlight export --site shop");
    if (given.words.length > 0) return misuse(io, "export", `what is "${given.words[0]}" for? It takes flags only`);
    const file = databaseFile(data);
    if (!existsSync(file)) {
      return failure(io, "export", `there is no ${file}; give the folder that \`ghostlight serve\` uses with --data`);
    }
    const store = openToRead(file, io);
    if (store === undefined) return 1;
    try {
      const sites = await store.sites();
      if (!sites.includes(site)) return failure(io, "export", unknownSite(site, sites));
      await pipeline(Readable.from(lines(store, site)), io.stdout, { end: false });
      return 0;
    } catch (error) {
      // The reader has seen enough, as `head` does.
      if (codeOf(error) === "EPIPE") return 0;
      throw error;
    } finally {
      await store.close();
    }
  },
};

function openToRead(file: string, io: Io): Store | undefined {
  try {
    return openSqliteStore({ file, readOnly: true });
  } catch (error) {
    failure(io, "export", `cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Lines in pieces of some 64 kB: one write for each line would take most of the time. */
async function* lines(store: Store, site: string): AsyncIterable<string> {
  let piece = "";
  for await (const event of store.events(site)) {
    piece += exportLine(event);
    if (piece.length < 65_536) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** The event as it leaves the edge, with a line end. */
export function exportLine({ body, at, sentAt, receivedAt }: StoredEvent): string {
  const event = JSON.parse(body) as Record<string, unknown>;
  const times = {
    originalTimestamp: event.timestamp,
    sentAt: new Date(sentAt).toISOString(),
    receivedAt: new Date(receivedAt).toISOString(),
    timestamp: new Date(at).toISOString(),
  };
  return `${JSON.stringify({ ...event, ...times })}\n`;
}

function unknownSite(site: string, sites: readonly string[]): string {
  const near = nearest(site, sites);
  if (near) return `no site "${site}" here; did you mean "${near}"?`;
  return `no site "${site}" here; known: ${sites.length ? sites.join(", ") : "none yet"}`;
}
