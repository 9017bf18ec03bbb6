/** The stages of one site: its model's, with what the owner put in their place, between them or out. */
import type { ClauseSource, RuleSource } from "./clause/source.ts";
import { LAST_STAGE } from "./compile-rules.ts";
import { STAGES } from "./models/model.ts";
import { MODELS } from "./models/models.ts";
import type { Site } from "./schema.ts";

type Stage = readonly [id: string, rule: RuleSource];

/** In order of priority, without the last. Stages whose place cannot be found come before the last. */
export function stagesOf(site: Site): readonly Stage[] {
  const { lifecycle, revenue, valueSizes: sizes } = site;
  const shipped = MODELS[site.model].stages(lifecycle, { revenue, sizes });
  const order = stageOrder(site);
  return [...order.placed, ...order.lost].flatMap((id): Stage[] => {
    const own = Object.hasOwn(site.stages, id) ? site.stages[id] : undefined;
    if (own) return [[id, ruleOf(own)]];
    const known = STAGES.find((one) => one === id);
    return known && own !== false ? [[id, shipped[known]]] : [];
  });
}

/** Ids in order of priority; `lost` are those whose place nobody knows. */
export function stageOrder({ stages }: Pick<Site, "stages">): { placed: readonly string[]; lost: readonly string[] } {
  const own = Object.entries(stages).flatMap(([id, stage]) => (stage ? [{ id, before: stage.before }] : []));
  const moved = own.filter(({ id, before }) => before !== undefined || !isShipped(id));
  const placed: string[] = STAGES.filter((id) => stages[id] !== false && !moved.some((one) => one.id === id));
  const lost = new Map(moved.map(({ id, before }) => [id, before]));
  for (let found = true; found; ) {
    found = false;
    for (const [id, before] of lost) {
      const at = before === LAST_STAGE ? placed.length : placed.indexOf(before ?? "");
      if (at < 0) continue;
      placed.splice(at, 0, id);
      lost.delete(id);
      found = true;
    }
  }
  return { placed, lost: [...lost.keys()] };
}

export function isShipped(id: string): boolean {
  return STAGES.some((one) => one === id);
}

/** What counts of a rule as the file has it. */
export function ruleOf({ if: enter, stay }: { if: ClauseSource; stay?: ClauseSource | undefined }): RuleSource {
  return stay === undefined ? { if: enter } : { if: enter, stay };
}
