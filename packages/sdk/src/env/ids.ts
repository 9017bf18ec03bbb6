/** Random names. */

/** A UUID of version 4. */
export function createId(): string {
  // Missing without TLS. The address of a blob ends in one: https://w3c.github.io/FileAPI/#unicodeBlobURL
  return crypto.randomUUID?.() ?? URL.createObjectURL(new Blob()).slice(-36);
}
