/** Weighs texts as the edge serves them, several at once. */
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { brotliOptions } from "../../serve/pack-node.ts";

const pack = promisify(brotliCompress);

/** Bytes of the text by brotli, at its highest level. */
export async function weighBrotli(text: string): Promise<number> {
  const bytes = Buffer.from(text);
  return (await pack(bytes, brotliOptions(bytes))).length;
}
