/** Hashing and compression with what Node has built in. */
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Packed } from "./publish.ts";

// 48 bits: enough to tell the versions of one file apart, and each character is in every entry many times over.
const HASH_LENGTH = 12;

/** A text by which its file is named. */
export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, HASH_LENGTH);

/** Whoever weighs a file without serving it packs it alike. */
export function brotliOptions({ length }: Uint8Array): { params: Record<number, number> } {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_MODE, BROTLI_PARAM_SIZE_HINT } = constants;
  const params = {
    [BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [BROTLI_PARAM_SIZE_HINT]: length,
  };
  return { params };
}

/**
 * Packs at the highest levels: some 20 ms for a script, up to 300 ms for a map. Each form of a text is made when it
 * is first asked for, and then kept: a start need not wait for maps, nor for regimes and encodings that nobody has.
 */
export function packNode(text: string): Packed {
  const identity = Buffer.from(text);
  const made: { br?: Uint8Array; gzip?: Uint8Array } = {};
  return {
    hash: hashOf(text),
    bodies: {
      identity,
      get br() {
        made.br ??= brotliCompressSync(identity, brotliOptions(identity));
        return made.br;
      },
      get gzip() {
        made.gzip ??= gzipSync(identity, { level: 9 });
        return made.gzip;
      },
    },
  };
}
