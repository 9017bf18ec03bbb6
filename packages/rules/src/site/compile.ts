/** Compiles a checked site for one language: the page receives this and nothing else of the site file. */
import type { BannerPart, CompiledExperience, CompiledSite, EnginePart, EntryPart } from "../contract.ts";
import { createCompiler } from "./compile-clause.ts";
import { askedPurposes, describePurposes, localText } from "./purposes.ts";
import type { Site } from "./schema.ts";
import { orderSegments } from "./segment-order.ts";
import { LAST_STAGE, SHOP_STAGES, STAGES } from "./stages.ts";
import { textsOf } from "./texts.ts";

/** `chunks`: where the edge serves each language's files. `language` is one of the site's. */
export function compileSite(site: Site, language: string, chunks: EntryPart["chunks"]): CompiledSite {
  return {
    entry: compileEntry(site, chunks),
    banner: compileBanner(site, language),
    engine: compileEngine(site, language),
  };
}

function compileEntry(site: Site, chunks: EntryPart["chunks"]): EntryPart {
  const { revision, beforeChoice, grantDays } = site;
  return { site: site.site, revision, purposes: askedPurposes(site), beforeChoice, grantDays, chunks };
}

function compileBanner(site: Site, language: string): BannerPart {
  const policy = localText(site.policy, language, site);
  return {
    language,
    direction: isRightToLeft(language) ? "rtl" : "ltr",
    texts: { ...textsOf(language).texts, ...defined(site.texts[language] ?? {}) },
    purposes: describePurposes(site, language),
    ...(policy !== undefined && { policy }),
  };
}

function compileEngine(site: Site, language: string): EnginePart {
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

function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as never;
}

/** Languages written from right to left: https://www.w3.org/International/questions/qa-scripts */
function isRightToLeft(language: string): boolean {
  return ["ar", "fa", "he", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"].includes(language.split("-")[0] ?? "");
}
