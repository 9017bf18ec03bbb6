/** What a site lives from decides its lifecycle: the stages, in the words of the site file, with values that an owner can change. */
import type { RuleSource, Size } from "../clause/source.ts";
import type { AffinitySource } from "../compile-rules.ts";

/** The stages of every model, in order of priority; who fits none is `new`. */
export const STAGES = ["lost", "at_risk", "waiting", "hero", "repeat", "occasional", "lead"] as const;

export type StageId = (typeof STAGES)[number];

/** Named values, some of them in groups. */
export type Values = { readonly [name: string]: string | number | { readonly [name: string]: string | number } };

/** What an owner writes of them. */
export type OwnValues = { readonly [name: string]: unknown };

/** What stages speak of beside the values: how an order's worth is told. */
export interface Worth {
  readonly revenue: string;
  readonly sizes: Readonly<Record<Size, number>>;
}

export interface Model {
  readonly values: Values;
  /** Events that end a silence. */
  readonly wakes: readonly string[];
  readonly affinities: Readonly<Record<string, AffinitySource>>;
  readonly stages: (own: OwnValues, worth: Worth) => Readonly<Record<StageId, RuleSource>>;
}

/** A model whose stages know the names and kinds of their values. */
export function defineModel<Own extends Values>(
  model: Omit<Model, "values" | "stages"> & {
    readonly values: Own;
    readonly stages: (values: Own, worth: Worth) => Readonly<Record<StageId, RuleSource>>;
  },
): Model {
  return { ...model, stages: (own, worth) => model.stages(merge(model.values, own), worth) };
}

/** The defaults, with what the owner wrote in their place; their kinds were checked with the file. */
function merge<Own extends Values>(values: Own, own: OwnValues): Own {
  const merged = Object.entries(values).map(([name, value]) => {
    const written = own[name];
    if (written === undefined) return [name, value];
    return [name, typeof value === "object" ? { ...value, ...(written as object) } : written];
  });
  return Object.fromEntries(merged) as Own;
}

/** A size, as the kind of a value rather than one of its cases. */
export const size = (one: Size): Size => one;
