/** Reads the two request fields on which the form of an answer depends. */

export type Encoding = "br" | "gzip" | "identity";

/**
 * The best encoding that an `Accept-Encoding` field allows: brotli before gzip before none, unless
 * the client weighs them otherwise. https://www.rfc-editor.org/rfc/rfc9110#field.accept-encoding
 */
export function chooseEncoding(field: string | null | undefined): Encoding {
  if (!field) return "identity";
  const weights = new Map<string, number>();
  for (const item of field.split(",")) {
    const [name = "", ...parameters] = item.split(";").map((piece) => piece.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(name === "x-gzip" ? "gzip" : name, q === undefined ? 1 : Number.parseFloat(q.slice(2)) || 0);
  }
  const other = weights.get("*") ?? 0;
  const br = weights.get("br") ?? other;
  const gzip = weights.get("gzip") ?? other;
  const identity = weights.get("identity") ?? 0;
  if (br > 0 && br >= gzip && br >= identity) return "br";
  return gzip > 0 && gzip >= identity ? "gzip" : "identity";
}

// Far more than there are browsers; a field that nobody would send is not kept.
const FIELDS = 100;
const LONGEST = 100;

/** {@link chooseEncoding}, which reads a field once: browsers send the same few. */
export function createEncodingChooser(): typeof chooseEncoding {
  const known = new Map<string, Encoding>();
  return (field) => {
    if (!field) return "identity";
    const seen = known.get(field);
    if (seen !== undefined) return seen;
    const chosen = chooseEncoding(field);
    if (known.size < FIELDS && field.length <= LONGEST) known.set(field, chosen);
    return chosen;
  };
}

/**
 * Whether an `If-None-Match` field names this tag. Weak comparison, as that field asks.
 * https://www.rfc-editor.org/rfc/rfc9110#field.if-none-match
 */
export function matchesTag(field: string | null | undefined, etag: string): boolean {
  if (!field) return false;
  // As clients send back what they were given.
  if (field === etag) return true;
  const bare = (tag: string) => tag.trim().replace(/^W\//, "");
  return field.trim() === "*" || field.split(",").some((tag) => bare(tag) === bare(etag));
}
