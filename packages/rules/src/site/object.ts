/** Objects of a site file. The schema library lets a list pass for an object, and names one key that it does not know. */
import * as v from "valibot";

/** Makes a schema of objects refuse lists, as what they are not. */
export function notList<Schema extends v.GenericSchema>(schema: Schema): Schema {
  const run = schema["~run"];
  const refusing: typeof run = (dataset, config) =>
    run.call(schema, Array.isArray(dataset.value) ? { value: null } : dataset, config);
  return Object.assign(schema, { "~run": refusing });
}

/** Makes a schema of objects name each key that it does not know, in their order. */
function namesEach<Schema extends v.GenericSchema & { readonly entries: v.ObjectEntries }>(schema: Schema): Schema {
  const run = schema["~run"];
  const naming: typeof run = (dataset, config) => {
    const input = dataset.value;
    const read = run.call(schema, dataset, config);
    const issues = read.issues?.flatMap((issue) => {
      const [place, ...further] = issue.path ?? [];
      const isUnknown = issue.type === "strict_object" && issue.expected === "never" && !further.length;
      // Of an object further in, another schema has told.
      if (!isUnknown || !place || place.input !== input) return issue;
      const unknown = Object.keys(place.input as object).filter((key) => !Object.hasOwn(schema.entries, key));
      return unknown.map((key) => ({ ...issue, path: [{ ...place, key }] as typeof issue.path }));
    });
    return { ...read, issues } as ReturnType<typeof run>;
  };
  return Object.assign(schema, { "~run": naming });
}

/** Of what is no object, `message` is said. */
export function strictObject<const Entries extends v.ObjectEntries>(entries: Entries, message: string) {
  return notList(namesEach(v.strictObject(entries, message)));
}

/** Of what is known to be an object by the time that this reads it. */
export function strictClause<const Entries extends v.ObjectEntries>(entries: Entries) {
  return namesEach(v.strictObject(entries));
}

export function record<
  const Key extends v.BaseSchema<string, string | number | symbol, v.BaseIssue<unknown>>,
  const Value extends v.GenericSchema,
>(key: Key, value: Value, message: string) {
  return notList(v.record(key, value, message));
}
