/** Shapes of which the input itself says which is meant, so that a fault is named inside that one. */
import * as v from "valibot";

type Options = readonly [v.GenericSchema, ...v.GenericSchema[]];

export interface Choice<Output> {
  readonly schema: v.GenericSchema<Output>;
  /** All of them, for the JSON Schema, which asks with no input. */
  readonly union: v.GenericSchema<Output>;
}

/** `pick` names the place in `options`. */
export function choose<Output>(options: Options, pick: (input: unknown) => number): Choice<Output> {
  const union = v.union(options) as v.GenericSchema<Output>;
  const one = (input: unknown) => (input === undefined ? union : (options[pick(input)] ?? options[0]));
  return { union, schema: v.lazy(one) as v.GenericSchema<Output> };
}

export const isList = (input: unknown): boolean => Array.isArray(input);

export const isObject = (input: unknown): boolean => typeof input === "object" && input !== null && !isList(input);
