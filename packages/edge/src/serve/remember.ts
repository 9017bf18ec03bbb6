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
