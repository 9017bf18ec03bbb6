/** What a clause reads by name. */
import type { Condition, Json } from "../../condition/evaluate.ts";
import type { ClauseSource } from "./source.ts";
import { leavesOf } from "./visit.ts";

/** A name that a clause reads, and where in the file it stands. */
export interface Mention {
  readonly path: string;
  readonly name: string;
}

/** Clauses that say one thing of one name. */
type Kind = "segment" | "stage" | "affinity" | "consent" | "channel";

/** The names of that kind that a clause reads. `path` is the clause's own. */
export function mentions(clause: ClauseSource, kind: Kind, path: string): Mention[] {
  return leavesOf(clause, path).flatMap(({ path: at, leaf }) => {
    const name = (leaf as { readonly [key in Kind]?: string })[kind];
    return name === undefined ? [] : [{ path: `${at}.${kind}`, name }];
  });
}

/** The facts that a clause reads: the first step of each path in its conditions. */
export function factMentions(clause: ClauseSource, path: string): Mention[] {
  return leavesOf(clause, path).flatMap(({ path: at, leaf }) =>
    "fact" in leaf ? inCondition(leaf.fact, `${at}.fact`) : [],
  );
}

function inCondition(condition: Condition, path: string): Mention[] {
  return Object.entries(condition).flatMap(([key, value]): Mention[] => {
    const here = `${path}.${key}`;
    if (!key.startsWith("$")) return [{ path: here, name: key.split(".")[0] ?? key }];
    if (Array.isArray(value)) return value.flatMap((one, index) => inside(one, `${here}.${index}`));
    return inside(value, here);
  });
}

function inside(value: Json, path: string): Mention[] {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? inCondition(value as Condition, path)
    : [];
}
