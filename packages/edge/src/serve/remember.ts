/** Saves doing again what always comes out the same, such as compressing one text for several sites. */

/** The same function, run once for each argument. Keeps all results for as long as it is kept itself. */
export function remember<A extends string, R>(run: (argument: A) => R): (argument: A) => R {
  const known = new Map<A, R>();
  return (argument) => {
    const result = known.get(argument) ?? run(argument);
    known.set(argument, result);
    return result;
  };
}

export interface Lately<A extends string, R> {
  readonly get: (argument: A) => R;
  /** Forgets what was not asked for since the last turn. */
  readonly turn: () => void;
}

/** The same for what changes by and by, in a process that runs for long. */
export function rememberLately<A extends string, R>(run: (argument: A) => R): Lately<A, R> {
  let older = new Map<A, R>();
  let known = new Map<A, R>();
  return {
    get(argument) {
      const result = known.get(argument) ?? older.get(argument) ?? run(argument);
      known.set(argument, result);
      return result;
    },
    turn() {
      older = known;
      known = new Map();
    },
  };
}
