/** Segments that read segments: in which order to evaluate them, and whether they chase their own tails. */
import { mentions } from "./clause/mentions.ts";
import type { RuleSource } from "./clause/source.ts";

type Segments = Readonly<Record<string, RuleSource>>;

/** Ids so that each comes after those it reads; or the ring of ids that read one another. */
export function orderSegments(segments: Segments): { ok: true; order: string[] } | { ok: false; ring: string[] } {
  const order: string[] = [];
  const visit = (id: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id];
    const segment = Object.hasOwn(segments, id) ? segments[id] : undefined;
    if (!segment || order.includes(id)) return undefined;
    for (const { name } of readBy(segment)) {
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

function readBy({ if: enter, stay }: RuleSource) {
  return [enter, ...(stay ? [stay] : [])].flatMap((clause) => mentions(clause, "segment", ""));
}
