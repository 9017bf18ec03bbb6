/** Turns the flags of `serve` into what it works with, or says which one cannot be. */
import { DEFAULT_LIMITS } from "../app.ts";
import { type Given, textOf } from "./command.ts";
import { DATA_FOLDER } from "./database.ts";

export interface ServeFlags {
  /** Site files; without any, what is published in the folder of data is served. */
  readonly files: readonly string[];
  readonly port: number;
  readonly host: string;
  readonly data: string;
  /** Folder of pages to show beside the scripts. */
  readonly pages: string | undefined;
  /** Batches and choices a second from one address to one site. */
  readonly rate: number;
  readonly trustProxy: boolean;
  /** Name of the header with the visitor's country. */
  readonly countryHeader: string | undefined;
}

export type ServeFlagsResult =
  | { readonly ok: true; readonly flags: ServeFlags }
  | { readonly ok: false; readonly message: string };

export const DEFAULT_PORT = 8787;

/** `--port` comes before the variable `PORT`, which hosting platforms set, and that before the default. */
export function readServeFlags(given: Given, env: Readonly<Record<string, string | undefined>>): ServeFlagsResult {
  const port = textOf(given, "port", env.PORT || String(DEFAULT_PORT));
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return refuse(`"${port}" is no port; take one of 0 to 65535`);
  const rate = Number(textOf(given, "rate", String(DEFAULT_LIMITS.perSecond)));
  if (!(rate > 0 && rate < 1e9)) return refuse("--rate needs a number above 0");
  const pages = given.flags.public;
  const countryHeader = given.flags["country-header"];
  if (typeof countryHeader === "string" && !/^[A-Za-z][A-Za-z0-9-]*$/.test(countryHeader)) {
    return refuse(`"${countryHeader}" is no header's name; take one such as CF-IPCountry`);
  }
  return {
    ok: true,
    flags: {
      files: given.words,
      port: Number(port),
      host: textOf(given, "host", "localhost"),
      data: textOf(given, "data", DATA_FOLDER),
      pages: typeof pages === "string" ? pages : undefined,
      rate,
      trustProxy: given.flags["trust-proxy"] === true,
      countryHeader: typeof countryHeader === "string" ? countryHeader : undefined,
    },
  };
}

const refuse = (message: string): ServeFlagsResult => ({ ok: false, message });
