/** Cuts a queue into batches that a browser will carry while the page closes. */

/**
 * Largest batch, in bytes. Requests that outlive their page share 64 KiB in flight:
 * https://fetch.spec.whatwg.org/#http-network-or-cache-fetch (step on keepalive).
 */
export const BATCH_BYTES = 50 * 1_024;

/** How many of the items, in JSON, from the first on, fit in a batch: at least one, sized before it is added. */
export function countFitting(items: readonly string[], size: (text: string) => number): number {
  let bytes = 0;
  const over = items.findIndex((item) => {
    bytes += size(item) + 1;
    return bytes > BATCH_BYTES;
  });
  return over < 0 ? items.length : Math.max(1, over);
}

/** ms to wait after `failures` in a row: doubling from 1 s to 1 min, with full jitter (`random` from 0 to 1). */
export function retryDelay(failures: number, random: number): number {
  return Math.min(60_000, 1_000 * 2 ** (failures - 1)) * (0.5 + random / 2);
}

/**
 * `Retry-After` in ms, from seconds or a date: https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 * At least a second and at most an hour: a timer fires at once when it is set too far.
 */
export function parseRetryAfter(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Number.isNaN(ms) ? undefined : Math.min(3_600_000, Math.max(1_000, ms));
}
