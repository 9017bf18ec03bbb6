/** Whether stages have their place, and values are those of the model. */
import { factsThatShip } from "./built-in-facts.ts";
import { SIZES } from "./clause/source.ts";
import { LAST_STAGE } from "./compile-rules.ts";
import { STAGES, type Values } from "./models/model.ts";
import { MODELS } from "./models/models.ts";
import { CHANNELS } from "./reach-schema.ts";
import type { Site } from "./schema.ts";
import { shippedSegments } from "./shipped-segments.ts";
import { isShipped, stageOrder } from "./stages.ts";
import { list, nearest, type SiteIssue, unknownName } from "./words.ts";

export function checkLifecycle(site: Site): SiteIssue[] {
  return [...stages(site), ...values(site), ...sizes(site), ...off(site), ...facts(site)];
}

function stages(site: Site): SiteIssue[] {
  const { placed, lost } = stageOrder(site);
  const last = Object.hasOwn(site.stages, LAST_STAGE)
    ? [{ path: `stages.${LAST_STAGE}`, message: `"${LAST_STAGE}" is everybody else's stage`, mend: "take it out" }]
    : [];
  const places = [...placed, LAST_STAGE];
  return [
    ...last,
    ...lost
      .filter((id) => id !== LAST_STAGE)
      .flatMap((id): SiteIssue[] => {
        const own = site.stages[id];
        const before = own ? own.before : undefined;
        const path = `stages.${id}.before`;
        if (before === undefined) {
          const near = nearest(id, STAGES);
          const mend = `add "before" with one of ${list(places)}${near ? `; or did you mean "${near}"?` : ""}`;
          return [{ path, message: `"${id}" is a further stage and has no place`, mend }];
        }
        if (!lost.includes(before)) return unknownName(path, "stage", before, places, `use one of ${list(places)}`);
        const message = "these stages wait for each other's place";
        return [{ path, value: before, message, mend: `use one of ${list(places)}` }];
      }),
    ...Object.entries(site.stages).flatMap(([id, own]): SiteIssue[] => {
      if (own !== false || isShipped(id) || id === LAST_STAGE) return [];
      return unknownName(`stages.${id}`, "stage", id, STAGES, `only these can be switched off: ${list(STAGES)}`);
    }),
  ];
}

function values({ model, lifecycle }: Site): SiteIssue[] {
  const known: Values = MODELS[model].values;
  return Object.entries(lifecycle).flatMap(([name, own]): SiteIssue[] => {
    if (name === "wakes" || own === undefined) return [];
    const path = `lifecycle.${name}`;
    const group = known[name];
    if (group === undefined) return [foreign(path, own, name, model, Object.keys(known))];
    if (typeof group !== "object" || typeof own !== "object") return [];
    return Object.entries(own).flatMap(([key, value]) =>
      Object.hasOwn(group, key) ? [] : [foreign(`${path}.${key}`, value, key, model, Object.keys(group))],
    );
  });
}

function foreign(path: string, value: unknown, name: string, model: string, known: readonly string[]): SiteIssue {
  return { path, value, message: `the model "${model}" has no "${name}" here`, mend: `known here: ${list(known)}` };
}

function sizes({ valueSizes }: Site): SiteIssue[] {
  return SIZES.flatMap((size, index): SiteIssue[] => {
    const below = SIZES[index - 1];
    if (!below || valueSizes[below] < valueSizes[size]) return [];
    const message = `"${size}" is not above "${below}"`;
    return [
      { path: `valueSizes.${size}`, value: valueSizes[size], message, mend: `write more than ${valueSizes[below]}` },
    ];
  });
}

/** Only what ships can be switched off, whether or not the rest of the file leaves any room for it. */
function off(site: Site): SiteIssue[] {
  const shipped = [...Object.keys(shippedSegments(site)), "advocate", ...CHANNELS.map((id) => `prefers-${id}`)];
  const inSegments = Object.entries(site.segments).flatMap(([id, own]) =>
    own === false ? unknownName(`segments.${id}`, "segment", id, shipped, "take it out") : [],
  );
  const affinities = Object.keys(MODELS[site.model].affinities);
  const inAffinities = Object.entries(site.affinities).flatMap(([id, own]) =>
    own === false ? unknownName(`affinities.${id}`, "affinity", id, affinities, "take it out") : [],
  );
  return [...inSegments, ...inAffinities];
}

function facts(site: Site): SiteIssue[] {
  return Object.keys(site.facts).flatMap((id): SiteIssue[] => {
    if (!factsThatShip.includes(id)) return [];
    return [
      { path: `facts.${id}`, message: `"${id}" is a fact that ships with Ghostlight`, mend: "choose another name" },
    ];
  });
}
