/** Finds the pages of a folder on disk, and never anything outside it. */
import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { codeOf } from "../errors.ts";
import type { FindPage } from "./pages.ts";

/** Content type by ending; other files are sent as bytes to download. */
const TYPES: Readonly<Record<string, string>> = {
  ".avif": "image/avif",
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

/** Pages of `root`. A path that ends in `/` shows the `index.html` there; files that begin with a dot are not shown. */
export function folderPages(root: string): FindPage {
  return async (path) => {
    const names = namesOf(path);
    if (names === undefined) return undefined;
    const wanted = join(root, ...names, ...(path.endsWith("/") ? ["index.html"] : []));
    try {
      // A link inside the folder may lead out of it, so the real address counts.
      const [base, file] = await Promise.all([realpath(root), realpath(wanted)]);
      if (file !== base && !file.startsWith(base + sep)) return undefined;
      const found = await stat(file);
      if (found.isDirectory()) return path.endsWith("/") ? undefined : { kind: "folder" };
      if (!found.isFile()) return undefined;
      return {
        kind: "file",
        type: TYPES[extname(file).toLowerCase()] ?? "application/octet-stream",
        tag: `W/"${found.size.toString(36)}-${Math.trunc(found.mtimeMs).toString(36)}"`,
        read: () => readFile(file),
      };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  };
}

function namesOf(path: string): string[] | undefined {
  try {
    const names = path.split("/").filter(Boolean).map(decodeURIComponent);
    const safe = names.every((name) => !name.startsWith(".") && !/[/\\\0]/.test(name));
    return safe ? names : undefined;
  } catch {
    return undefined;
  }
}

function isMissing(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "EACCES", "ELOOP"].includes(codeOf(error) ?? "");
}
