/** Waits, but not for ever. */

/**
 * Runs once: with what `coming` brings, or after `ms` with nothing. Without a promise of its own: the entry, where each
 * page would have to carry the means to make one that no page has replaced, does well with none.
 */
export function onceWithin<T>(ms: number, coming: Promise<T | undefined>, run: (brought?: T) => void): void {
  let left: typeof run | undefined = run;
  const once = (brought?: T): void => {
    left?.(brought);
    left = undefined;
  };
  setTimeout(once, ms);
  coming.then(once);
}
