/**
 * Commits together what arrives together: a commit that survives a power cut waits for the disk, and one wait serves
 * all. Nobody learns of success before the commit that holds their part.
 */

export interface GroupOptions<T, R> {
  /** Does them all, or throws and does none. Results in the order of the tasks. */
  readonly together: (tasks: readonly T[]) => readonly R[];
  readonly sizeOf: (task: T) => number;
  /** Whether a failure came before any task was tried, so that each alone would only meet it again. */
  readonly untried: (failure: unknown) => boolean;
  /** A group is closed once its sizes add up to this. */
  readonly most: number;
  /** Runs a function once all that has arrived by now was taken in. */
  readonly soon: (run: () => void) => void;
}

export interface Groups<T, R> {
  /** Fulfils with the task's own result; rejects with its own failure, whatever becomes of its neighbours. */
  readonly add: (task: T) => Promise<R>;
  /** Does at once what waits. */
  readonly flush: () => void;
}

interface Waiting<T, R> {
  readonly task: T;
  readonly resolve: (result: R) => void;
  readonly reject: (failure: unknown) => void;
}

export function createGroups<T, R>({ together, untried, sizeOf, most, soon }: GroupOptions<T, R>): Groups<T, R> {
  const waiting: Waiting<T, R>[] = [];

  const run = (group: readonly Waiting<T, R>[]) => {
    if (group.length === 0) return;
    try {
      const results = together(group.map(({ task }) => task));
      group.forEach(({ resolve }, index) => {
        // There is one for each task: `together` says so.
        resolve(results[index] as R);
      });
    } catch (failure) {
      // One bad task must not fail the others, and which one it was nobody can say: each is done again alone.
      if (group.length > 1 && !untried(failure)) for (const one of group) run([one]);
      else for (const { reject } of group) reject(failure);
    }
  };

  /** Takes the first group off what waits. */
  const next = (): Waiting<T, R>[] => {
    let size = 0;
    const end = waiting.findIndex(({ task }) => {
      size += sizeOf(task);
      return size >= most;
    });
    return waiting.splice(0, end < 0 ? waiting.length : end + 1);
  };

  const turn = () => {
    run(next());
    if (waiting.length > 0) soon(turn);
  };

  return {
    add: (task) =>
      new Promise((resolve, reject) => {
        waiting.push({ task, resolve, reject });
        if (waiting.length === 1) soon(turn);
      }),
    flush() {
      while (waiting.length > 0) run(next());
    },
  };
}
