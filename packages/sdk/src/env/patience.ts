/** When to do things: at the latest, and not too often. */

/** What `coming` brings, or undefined after `ms`. */
export function within<T>(ms: number, coming: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
    coming.then(resolve);
  });
}

/** A function that does the same, but once however often it is called in one moment: until no script of it runs any more. */
export function oncePerMoment(run: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    queueMicrotask(() => {
      done = false;
    });
    run();
  };
}
