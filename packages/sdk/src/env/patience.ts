/** Waits, but not for ever. */

/** What `coming` brings, or undefined after `ms`. */
export function within<T>(ms: number, coming: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    coming.then(resolve);
  });
}
