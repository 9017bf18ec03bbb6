/** Tells one state of a site's rules from another, for bundles: scripts have a folder for each. */

/** A short text that changes when this does. FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function releaseOf(part: unknown): string {
  let hash = 0x811c9dc5;
  for (const char of JSON.stringify(part)) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}
