/** Users who turned out to be one. */

interface Alias {
  readonly previous: string;
  readonly user: string;
  readonly at: number;
  readonly line: number;
}

export interface Aliases {
  readonly add: (alias: Alias) => void;
  /** Call it when all are added: the latest decides the name, in whatever order they came. */
  readonly settle: () => void;
  /** The name under which somebody goes in the end. */
  readonly nameOf: (id: string) => string;
  /** Whether anybody else goes, or went, by the same name. */
  readonly knows: (id: string) => boolean;
}

export function createAliases(): Aliases {
  const added: Alias[] = [];
  const names = new Map<string, string>();

  function nameOf(id: string): string {
    let name = id;
    for (let next = names.get(name); next !== undefined && next !== name; next = names.get(name)) name = next;
    // What was asked once is found at once the next time.
    if (name !== id) names.set(id, name);
    return name;
  }

  return {
    add: (alias) => void added.push(alias),
    settle() {
      added.sort((a, b) => a.at - b.at || a.line - b.line);
      for (const { previous, user } of added.splice(0)) {
        const name = nameOf(user);
        names.set(nameOf(previous), name);
        names.set(name, name);
      }
    },
    nameOf,
    knows: (id) => names.has(id),
  };
}
