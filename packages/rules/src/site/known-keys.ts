/** Which keys a schema knows at a place of a file: read from the schema itself, so that advice never lags behind it. */

interface Node {
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly value?: unknown;
  readonly item?: unknown;
  readonly wrapped?: unknown;
  readonly options?: readonly Node[];
  readonly getter?: (input: unknown) => unknown;
}

/** Keys of the object at `path`, empty where any key may stand. `input` is the file's value at the root of `schema`. */
export function knownKeys(schema: unknown, input: unknown, path: readonly string[]): readonly string[] {
  const node = unwrap(schema, input);
  const [key, ...rest] = path;
  if (key === undefined) return Object.keys(node.entries ?? {});
  const next = node.entries?.[key] ?? node.item ?? (node.entries ? undefined : node.value);
  const inside = typeof input === "object" && input !== null ? (input as Record<string, unknown>)[key] : undefined;
  return next === undefined ? [] : knownKeys(next, inside, rest);
}

/** Looks through what only wraps: optional values, schemas chosen by their input, and of several the one with keys. */
function unwrap(schema: unknown, input: unknown): Node {
  const node = schema as Node;
  if (node.wrapped) return unwrap(node.wrapped, input);
  const object = node.options?.find(({ entries }) => entries);
  if (object) return object;
  return node.getter ? unwrap(node.getter(input), input) : node;
}
