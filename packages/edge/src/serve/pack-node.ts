/** Hashing and compression with what Node has built in. */
import { createHash } from "node:crypto";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Packed } from "./publish.ts";

/** Packs a text once, at start, at the highest levels: some 10 ms for 40 kB, then never again. */
export function packNode(text: string): Packed {
  const identity = Buffer.from(text);
  const parameters = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
  };
  return {
    hash: createHash("sha256").update(identity).digest("hex").slice(0, 20),
    bodies: {
      identity,
      br: brotliCompressSync(identity, { params: parameters }),
      gzip: gzipSync(identity, { level: 9 }),
    },
  };
}
