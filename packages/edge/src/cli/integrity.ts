/** Subresource integrity of files that a site serves itself: https://www.w3.org/TR/SRI/ */
import { createHash } from "node:crypto";

export interface Integrity {
  /** Address of the folder of these files, as pages write it. */
  readonly at: string;
  /** By the path of the file in its folder: a value for the attribute `integrity`. */
  readonly files: Readonly<Record<string, string>>;
  /**
   * Text of a `<script type="importmap">` with which a browser checks what the entry loads; it has no attribute for that.
   * https://html.spec.whatwg.org/#import-map-integrity
   */
  readonly importMap: string;
  /** Source for a Content Security Policy that allows that element, which is inline. */
  readonly importMapSource: string;
}

/** `at`: an address that ends with a slash. `entry`: path of the file that a page includes by its tag. */
export function integrityOf(files: ReadonlyMap<string, Uint8Array>, entry: string, at: string): Integrity {
  const hashes = [...files].map(([path, text]) => [path, `sha384-${hashOf("sha384", text)}`] as const);
  const loaded = hashes.filter(([path]) => path !== entry).map(([path, hash]) => [`${at}${path}`, hash]);
  const importMap = JSON.stringify({ integrity: Object.fromEntries(loaded) });
  return {
    at,
    files: Object.fromEntries(hashes),
    importMap,
    importMapSource: `'sha256-${hashOf("sha256", importMap)}'`,
  };
}

function hashOf(algorithm: "sha256" | "sha384", text: string | Uint8Array): string {
  return createHash(algorithm).update(text).digest("base64");
}
