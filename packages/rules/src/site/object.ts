/** Objects of a site file. The schema library lets a list pass for an object. */
import * as v from "valibot";

/** Makes a schema of objects refuse lists, as what they are not. */
export function notList<Schema extends v.GenericSchema>(schema: Schema): Schema {
  const run = schema["~run"];
  const refusing: typeof run = (dataset, config) =>
    run.call(schema, Array.isArray(dataset.value) ? { value: null } : dataset, config);
  return Object.assign(schema, { "~run": refusing });
}

export function strictObject<const Entries extends v.ObjectEntries>(entries: Entries, message: string) {
  return notList(v.strictObject(entries, message));
}

export function record<
  const Key extends v.BaseSchema<string, string | number | symbol, v.BaseIssue<unknown>>,
  const Value extends v.GenericSchema,
>(key: Key, value: Value, message: string) {
  return notList(v.record(key, value, message));
}
