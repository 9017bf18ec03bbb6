/** Compiles what runs after a grant: rules and experiences. */
import type { CompiledExperience, EnginePart } from "../contract.ts";
import { createCompiler } from "./compile-clause.ts";
import { localText } from "./local-text.ts";
import type { Site } from "./schema.ts";
import { orderSegments } from "./segment-order.ts";
import { LAST_STAGE, SHOP_STAGES, STAGES } from "./stages.ts";

export function compileEngine(site: Site, language: string): EnginePart {
  const sorted = orderSegments(site.segments);
  if (!sorted.ok) throw new TypeError(`segments read one another: ${sorted.ring.join(" → ")}`);
  const { counters, compile } = createCompiler(sorted.order);
  const stages = STAGES.map((name) => [name, compile(site.stages[name] ?? SHOP_STAGES[name])] as const);
  const segments = sorted.order.flatMap((id) => {
    const segment = site.segments[id];
    return segment ? [[id, compile(segment.if)] as const] : [];
  });
  const audiences: string[] = [];
  const experiences = Object.entries(site.experiences).map(([id, { slot, if: clause, show }]): CompiledExperience => {
    const audience = JSON.stringify(compile(clause));
    if (!audiences.includes(audience)) audiences.push(audience);
    const text = localText(show.text, language, site);
    return {
      id,
      slot,
      audience: audiences.indexOf(audience),
      show: text === undefined ? { template: show.template ?? "" } : { text },
    };
  });
  return {
    language,
    plan: {
      counters,
      stages: [...stages, [LAST_STAGE, ["all", []]]],
      segments,
      audiences: audiences.map((audience) => JSON.parse(audience)),
    },
    experiences,
  };
}
