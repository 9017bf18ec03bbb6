/** Cuts what waits into batches that a browser will carry while the page closes, and says when to try again. */

/**
 * Largest batch, in bytes. Requests that outlive their page share 64 KiB in flight:
 * https://fetch.spec.whatwg.org/#http-network-or-cache-fetch (step on keepalive).
 */
export const BATCH_BYTES = 50 * 1_024;

/** Bytes of a text in UTF-8; of JSON, which holds no half of a surrogate pair. */
export function bytesOf(text: string): number {
  return encodeURI(text).replace(/%../g, "-").length;
}

/** As many of the first as fit in a batch: one at least, sized before it is added. */
export function fitting<Item extends { readonly text: string }>(items: readonly Item[]): readonly Item[] {
  let bytes = 0;
  return items.filter(({ text }, at) => {
    bytes += bytesOf(text) + 1;
    return !at || bytes <= BATCH_BYTES;
  });
}

/** `Retry-After` in ms, from seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after. NaN where it says nothing. */
export function parseRetryAfter(header: string, now: number): number {
  return Number(header) * 1_000 || Date.parse(header) - now;
}
