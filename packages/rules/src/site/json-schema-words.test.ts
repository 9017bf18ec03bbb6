import { expect, test } from "vitest";
import { siteJsonSchema } from "./json-schema.ts";

test("every key of a clause and of what is known of a visitor is described", () => {
  const { $defs, properties } = siteJsonSchema() as Record<string, Record<string, unknown>>;
  const keys = [
    "model",
    "lifecycle",
    "stages",
    "valueSizes",
    "revenue",
    "churnPages",
    "facts",
    "affinities",
    "segments",
  ];
  const bare: string[] = [];
  const look = (node: unknown, path: string): void => {
    if (typeof node !== "object" || node === null) return;
    const { properties: inner = {}, ...rest } = node as { properties?: Record<string, { description?: string }> };
    for (const [key, one] of Object.entries(inner)) {
      if (!one.description && !key.startsWith("$")) bare.push(`${path}.${key}`);
      look(one, `${path}.${key}`);
    }
    for (const [key, one] of Object.entries(rest)) look(one, `${path}.${key}`);
  };
  look({ properties: Object.fromEntries(keys.map((key) => [key, properties?.[key]])) }, "");
  for (const [key, one] of Object.entries($defs ?? {})) look(one, key);
  expect(bare).toEqual([]);
});
