/** Random names. */

/** A UUID of version 4. */
export function createId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  // Missing without TLS. The address of a blob ends in one: https://w3c.github.io/FileAPI/#unicodeBlobURL
  const address = URL.createObjectURL(new Blob());
  URL.revokeObjectURL(address);
  return address.slice(-36);
}
