/** Segments that read segments: in which order to evaluate them, and whether they chase their own tails. */
import type { ClauseSource } from "./clause-schema.ts";

/** Ids of the segments that a clause reads. */
export function segmentsRead(clause: ClauseSource): string[] {
  return mentions(clause, "segment");
}

/** Names of the stages that a clause reads. */
export function stagesRead(clause: ClauseSource): string[] {
  return mentions(clause, "stage");
}

function mentions(clause: ClauseSource, kind: "segment" | "stage"): string[] {
  if ("all" in clause) return clause.all.flatMap((part) => mentions(part, kind));
  if ("any" in clause) return clause.any.flatMap((part) => mentions(part, kind));
  if ("not" in clause) return mentions(clause.not, kind);
  if (kind === "segment" && "segment" in clause) return [clause.segment];
  return kind === "stage" && "stage" in clause ? [clause.stage] : [];
}

type Segments = Readonly<Record<string, { readonly if: ClauseSource }>>;

/** Ids so that each comes after those it reads; or the ring of ids that read one another. */
export function orderSegments(segments: Segments): { ok: true; order: string[] } | { ok: false; ring: string[] } {
  const order: string[] = [];
  const visit = (id: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    const segment = segments[id];
    if (!segment || order.includes(id)) return undefined;
    for (const read of segmentsRead(segment.if)) {
      const ring = visit(read, [...trail, id]);
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
