/** Hashing and compression with what Node has built in. */
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Packed } from "./publish.ts";

// 48 bits: enough to tell the versions of one file apart, and each character is in every entry many times over.
const HASH_LENGTH = 12;

/**
 * Packs at the highest levels: some 20 ms for a script, up to 300 ms for a map. Each form of a text is made when it
 * is first asked for, and then kept: a start need not wait for maps, nor for regimes and encodings that nobody has.
 */
export function packNode(text: string): Packed {
  const identity = Buffer.from(text);
  const parameters = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  };
  const made: { br?: Uint8Array; gzip?: Uint8Array } = {};
  return {
    hash: createHash("sha256").update(identity).digest("hex").slice(0, HASH_LENGTH),
    bodies: {
      identity,
      get br() {
        made.br ??= brotliCompressSync(identity, { params: parameters });
        return made.br;
      },
      get gzip() {
        made.gzip ??= gzipSync(identity, { level: 9 });
        return made.gzip;
      },
    },
  };
}
