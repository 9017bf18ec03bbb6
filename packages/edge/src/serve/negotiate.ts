/** Reads the request fields on which the form of an answer depends. */

export type Encoding = "br" | "gzip" | "identity";

/**
 * The best encoding that an `Accept-Encoding` field allows: brotli before gzip before none, unless
 * the client weighs them otherwise. https://www.rfc-editor.org/rfc/rfc9110#field.accept-encoding
 */
export function chooseEncoding(field: string | null | undefined): Encoding {
  if (!field) return "identity";
  const weights = new Map(weighed(field.toLowerCase()).map(([name, q]) => [name === "x-gzip" ? "gzip" : name, q]));
  const other = weights.get("*") ?? 0;
  const br = weights.get("br") ?? other;
  const gzip = weights.get("gzip") ?? other;
  const identity = weights.get("identity") ?? 0;
  if (br > 0 && br >= gzip && br >= identity) return "br";
  return gzip > 0 && gzip >= identity ? "gzip" : "identity";
}

/**
 * The language of a site that an `Accept-Language` field wants most, exactly or without its region, as the page chooses its
 * own; the site's first where there is none. https://www.rfc-editor.org/rfc/rfc9110#field.accept-language
 */
export function chooseLanguage(field: string | null | undefined, languages: readonly string[]): string | undefined {
  const wanted = weighed(field ?? "").filter(([, q]) => q > 0);
  // Sorting leaves what weighs the same in its order.
  for (const [tag] of wanted.sort(([, one], [, other]) => other - one)) {
    const found = [tag, tag.split("-", 1)[0]].find((one) => languages.includes(one ?? ""));
    if (found !== undefined) return found;
  }
  return languages[0];
}

/** The items of a field, each with its weight. */
function weighed(field: string): readonly (readonly [name: string, q: number])[] {
  return field.split(",").map((item) => {
    const [name = "", ...parameters] = item.split(";").map((piece) => piece.trim());
    const q = parameters.find((parameter) => /^q=/i.test(parameter));
    return [name, q === undefined ? 1 : Number.parseFloat(q.slice(2)) || 0];
  });
}

// Far more than there are browsers; a field that nobody would send is not kept.
const FIELDS = 100;
const LONGEST = 100;

/** `read`, which reads a field once: browsers send the same few. */
export function readingOnce<R>(read: (field: string | null | undefined) => R): typeof read {
  const known = new Map<string | null | undefined, R>();
  return (field) => {
    const seen = known.get(field);
    if (seen !== undefined) return seen;
    const found = read(field);
    if (known.size < FIELDS && (field ?? "").length <= LONGEST) known.set(field, found);
    return found;
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
