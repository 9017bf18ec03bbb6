/** Does something again and again, while a command runs. */
import { describeFailure } from "../errors.ts";

/**
 * Runs `work` each `ms` ms after it was done last. What it fails with is told, once for each reason in a row, and it is
 * tried again. `describe`: a failure in words, on its first line the reason. Returns what ends it: fulfils when none is under way any more.
 */
export function every(
  ms: number,
  work: () => Promise<void>,
  tell: (line: string) => void,
  describe: (failure: unknown) => string = describeFailure,
): () => Promise<void> {
  let told: string | undefined;
  let running = Promise.resolve();
  let timer = setTimeout(run, ms);
  let ended = false;

  function run(): void {
    running = work()
      .then(() => {
        told = undefined;
      })
      .catch((error) => {
        const [reason, ...places] = describe(error).split("\n");
        if (reason !== told) tell([reason, ...places].join("\n"));
        told = reason;
      })
      .then(() => {
        if (!ended) timer = setTimeout(run, ms);
      });
  }

  return async () => {
    ended = true;
    clearTimeout(timer);
    await running;
  };
}
