/** Asynchronous steps, one after another. */

/** A function that runs each step once the ones before it are over, however they ended. */
export function createQueue(): <T>(step: () => Promise<T>) => Promise<T> {
  // Not by `Promise`, which pages replace.
  let last: Promise<unknown> = (async () => undefined)();
  return (step) => {
    const done = last.then(step, step);
    last = done;
    return done;
  };
}
