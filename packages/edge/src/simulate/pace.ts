/** Lets the process breathe in long work: without it, an interruption would not be heard before the end. */
import { setImmediate } from "node:timers/promises";

/** How long to work at a stretch, in ms, and how many steps to take between looks at the clock. */
const STRETCH = 30;
const STEPS = 256;

/** Call it at every step, and wait where it gives something to wait for. */
export function createPace(): () => Promise<unknown> | undefined {
  let steps = 0;
  let since = performance.now();
  return () => {
    if (++steps % STEPS || performance.now() - since < STRETCH) return undefined;
    return setImmediate().then(() => {
      since = performance.now();
    });
  };
}
