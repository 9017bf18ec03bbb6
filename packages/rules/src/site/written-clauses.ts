/** Every clause that a site file writes, with its place. */
import type { ClauseSource } from "./clause/source.ts";
import type { Site } from "./schema.ts";

export interface Written {
  readonly path: string;
  readonly clause: ClauseSource;
  readonly place: "stage" | "segment" | "experience";
}

export function clausesOf(site: Site): Written[] {
  const of = (place: "stage" | "segment", rules: Site["stages"] | Site["segments"]) =>
    Object.entries(rules).flatMap(([id, rule]): Written[] => {
      if (!rule) return [];
      const path = `${place}s.${id}`;
      const stay: Written[] = rule.stay ? [{ path: `${path}.stay`, clause: rule.stay, place }] : [];
      return [{ path: `${path}.if`, clause: rule.if, place }, ...stay];
    });
  return [
    ...of("stage", site.stages),
    ...of("segment", site.segments),
    ...Object.entries(site.experiences).map(
      ([id, one]): Written => ({
        path: `experiences.${id}.if`,
        clause: one.if,
        place: "experience",
      }),
    ),
  ];
}
