/** The affinities of one site: its model's, with what the owner put in their place. */
import type { AffinitySource } from "./compile-rules.ts";
import { MODELS } from "./models/models.ts";
import { SHOP } from "./models/shop.ts";
import type { Site } from "./schema.ts";

export function affinitiesOf(site: Site): Readonly<Record<string, AffinitySource>> {
  const shipped = MODELS[site.model].affinities;
  const pattern = Object.values(shipped)[0] ?? Object.values(SHOP.affinities)[0];
  const ids = [...new Set([...Object.keys(shipped), ...Object.keys(site.affinities)])];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const own = site.affinities[id];
      const base = (Object.hasOwn(shipped, id) ? shipped[id] : undefined) ?? (pattern && { ...pattern, of: id });
      if (own === false || !base) return [];
      const { of = base.of, weights = base.weights, halfLife = base.halfLife } = own ?? {};
      const { baseline = base.baseline, keep = base.keep } = own ?? {};
      return [[id, { of, weights, halfLife, baseline, keep }]];
    }),
  );
}

/** The segment of those who like a value, by the value; where two come to the same id, the first has it. */
export function likesOf(
  site: Site,
): readonly { readonly id: string; readonly affinity: string; readonly value: string }[] {
  const all = Object.entries(site.affinities).flatMap(([affinity, own]) =>
    own === false ? [] : (own.values ?? []).map((value) => ({ id: `likes-${slug(value)}`, affinity, value })),
  );
  return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
}

/** `"Table lamps"` → `table-lamps`, as short as an id has to be. */
function slug(value: string): string {
  const bare = value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 34);
}
