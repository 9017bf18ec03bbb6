/** Keeps one client from taking the edge away from the others. */

export interface LimiterOptions {
  /** Requests that may come at once before the rate counts; below 1 it is 1, else not one would ever get through. */
  readonly burst: number;
  /** Requests a second that may follow. */
  readonly perSecond: number;
  /** Clients remembered at most; beyond it the one not seen for longest is forgotten. Default 10,000. */
  readonly clients?: number;
}

/** Takes one request of a client: 0 when it may go on, else the whole seconds to wait. */
export type Limiter = (client: string, now: number) => number;

/** A token bucket for each client, in memory only: it forgets everyone when the process ends. */
export function createLimiter({ burst, perSecond, clients = 10_000 }: LimiterOptions): Limiter {
  const most = Math.max(1, burst);
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (client, now) => {
    const bucket = buckets.get(client) ?? { tokens: most, at: now };
    // A clock set back must not take tokens away.
    const elapsed = Math.max(0, now - bucket.at);
    bucket.tokens = Math.min(most, bucket.tokens + (elapsed / 1000) * perSecond);
    bucket.at = now;
    // A map keeps the order of insertion, so inserting again makes this one the latest.
    buckets.delete(client);
    buckets.set(client, bucket);
    if (buckets.size > clients) {
      const oldest = buckets.keys().next();
      if (!oldest.done) buckets.delete(oldest.value);
    }
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond));
    bucket.tokens -= 1;
    return 0;
  };
}
