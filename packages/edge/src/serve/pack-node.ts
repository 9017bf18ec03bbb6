/** Hashing and compression with what Node has built in. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from "node:zlib";
import type { Packed } from "./publish.ts";

// 48 bits: enough to tell the versions of one file apart, and each character is in every entry many times over.
const HASH_LENGTH = 12;

/** Bytes from which on the highest level takes longer than a request may wait, and all others with it. */
const LARGE = 65_536;

/** 16 ms for the map of the engine in place of 430, and 12 % more to send. */
const QUICK = 5;

const [brotliApart, gzipApart] = [promisify(brotliCompress), promisify(gzip)];

/** A text by which its file is named. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, HASH_LENGTH);

/** Whoever weighs a file without serving it packs it alike. */
export function brotliOptions(
  { length }: Uint8Array,
  quality: number = constants.BROTLI_MAX_QUALITY,
): { params: Record<number, number> } {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: quality,
    [BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [BROTLI_PARAM_SIZE_HINT]: length,
  };
  return { params };
}

/**
 * Packs at the highest levels, which takes some 20 ms for a script. Each form of a text is made when it is first asked
 * for, or ahead of that by `warm`, and then kept; what is large and asked for before is packed quickly.
 */
export function packNode(text: string): Packed {
  const identity = Buffer.from(text);
  const level = { level: constants.Z_BEST_COMPRESSION };
  const made: { br?: Uint8Array; gzip?: Uint8Array; isBest?: boolean } = {};
  return {
    hash: hashOf(text),
    bodies: {
      identity,
      get br() {
        made.isBest ??= identity.length < LARGE;
        made.br ??= brotliCompressSync(identity, brotliOptions(identity, made.isBest ? undefined : QUICK));
        return made.br;
      },
      get gzip() {
        made.gzip ??= gzipSync(identity, level);
        return made.gzip;
      },
    },
    async warm() {
      made.gzip ??= await gzipApart(identity, level);
      if (made.isBest) return;
      made.br = await brotliApart(identity, brotliOptions(identity));
      made.isBest = true;
    },
  };
}
