/** How long texts are as they travel. */

const encoder = new TextEncoder();

/** In UTF-8. Not by a Blob: that takes a millisecond, as another process has to hear of it. */
export function byteLength(text: string): number {
  return encoder.encode(text).length;
}
