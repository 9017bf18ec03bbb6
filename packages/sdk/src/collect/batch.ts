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
  const end = items.findIndex(({ text }, at) => {
    bytes += bytesOf(text) + 1;
    return at > 0 && bytes > BATCH_BYTES;
  });
  return end < 0 ? items : items.slice(0, end);
}

/** ms to wait at most after `failures` in a row: doubling from 1 s to 10 min. */
export function retryDelay(failures: number): number {
  return Math.min(600_000, 1_000 * 2 ** (failures - 1));
}

/**
 * `Retry-After` in ms, from seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * At least a second and at most an hour: a timer fires at once when it is set too far. NaN where it says nothing.
 */
export function parseRetryAfter(header: string, now: number): number {
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Math.min(3_600_000, Math.max(1_000, ms));
}
