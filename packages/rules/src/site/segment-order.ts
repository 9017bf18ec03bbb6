/** Segments that read segments: in which order to evaluate them, and whether they chase their own tails. */
import type { ClauseSource } from "./clause-schema.ts";

/** A name that a clause reads, and where in the clause it stands. */
export interface Mention {
  readonly path: string;
  readonly name: string;
}

/** The segments, or the stages, that a clause reads. `path` is the clause's own. */
export function mentions(clause: ClauseSource, kind: "segment" | "stage", path: string): Mention[] {
  if ("all" in clause) return clause.all.flatMap((part, index) => mentions(part, kind, `${path}.all.${index}`));
  if ("any" in clause) return clause.any.flatMap((part, index) => mentions(part, kind, `${path}.any.${index}`));
  if ("not" in clause) return mentions(clause.not, kind, `${path}.not`);
  if (kind === "segment" && "segment" in clause) return [{ path: `${path}.segment`, name: clause.segment }];
  return kind === "stage" && "stage" in clause ? [{ path: `${path}.stage`, name: clause.stage }] : [];
}

type Segments = Readonly<Record<string, { readonly if: ClauseSource }>>;

/** Ids so that each comes after those it reads; or the ring of ids that read one another. */
export function orderSegments(segments: Segments): { ok: true; order: string[] } | { ok: false; ring: string[] } {
  const order: string[] = [];
  const visit = (id: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    const segment = Object.hasOwn(segments, id) ? segments[id] : undefined;
    if (!segment || order.includes(id)) return undefined;
    for (const { name } of mentions(segment.if, "segment", id)) {
      const ring = visit(name, [...trail, id]);
      if (ring) return ring;
    }
    order.push(id);
    return undefined;
  };
  for (const id of Object.keys(segments)) {
    const ring = visit(id, []);
    if (ring) return { ok: false, ring };
  }
  return { ok: true, order };
}
