/** Random names. */

/** A UUID of version 4; `crypto.randomUUID` is missing on pages without TLS, so the bits are set here there. */
export function createId(): string {
  return crypto.randomUUID?.() ?? formatUuid(crypto.getRandomValues(new Uint8Array(16)));
}

/** 16 random bytes as https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4 writes them. */
export function formatUuid(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte, index) => {
    const value = index === 6 ? (byte & 15) | 64 : index === 8 ? (byte & 63) | 128 : byte;
    return value.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
