/** Reads addresses, which any page may have wrong. */

/** Undefined where it is none. `URL.canParse` came with Chrome 120, `URL.parse` with 126. */
export function urlOf(address: string, base?: string): URL | undefined {
  try {
    return new URL(address, base);
  } catch {
    return undefined;
  }
}
