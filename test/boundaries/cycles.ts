/** Finds files that import one another in a ring, by value or by type. */
import { isRelative, resolveRelative } from "./layout.ts";
import type { Check, Source } from "./source.ts";

interface Edge {
  readonly to: string;
  readonly line: number;
}

/** No ring of imports. Each ring is told once, at the import that closes it. */
export const noCycles: Check = ({ sources }) => {
  const graph = new Map(sources.map((source) => [source.path, edges(source)]));
  const state = new Map<string, "open" | "done">();
  const trail: string[] = [];
  const found: ReturnType<Check> = [];

  const enter = (file: string) => {
    state.set(file, "open");
    trail.push(file);
    for (const { to, line } of graph.get(file) ?? []) {
      const known = state.get(to);
      if (known === "open") {
        const ring = [...trail.slice(trail.indexOf(to)), to].join(" → ");
        const message = `closes a ring of imports (${ring}): move what they share into a file of its own, or pass it in`;
        found.push({ file, line, rule: "no-cycles", message });
      } else if (known === undefined && graph.has(to)) enter(to);
    }
    trail.pop();
    state.set(file, "done");
  };
  for (const file of graph.keys()) if (!state.has(file)) enter(file);
  return found;
};

function edges({ path, imports }: Source): Edge[] {
  return imports
    .filter(({ specifier }) => isRelative(specifier))
    .map(({ specifier, line }) => ({ to: resolveRelative(path, specifier), line }));
}
