/** Versions as texts that compare like versions. */
import { cut } from "./cut.ts";

/**
 * `v1.10.0-rc.1+5` → `    1-   10-    0-rc-    1`. Numbers are padded to five places; what has three parts is no
 * pre-release and ends in the last of ASCII, so that it is above all of its own. What is no version counts as 0.
 */
export function sortableVersion(version: unknown): string {
  const isVersion = typeof version === "number" || (typeof version === "string" && version);
  const parts = cut(isVersion ? version : 0)
    .replace(/^v|\+.*$/g, "")
    .split(/[-.]/);
  if (parts.length === 3) parts.push("~");
  return parts.map((part) => (/^\d+$/.test(part) ? part.padStart(5) : part)).join("-");
}
