/** By which way a visit came. */
import type { PageContext } from "./page.ts";

/** The campaign's medium, else its source, else the host of another site that led here, else `direct`. */
export function touchOf({ search, referrer, url }: Pick<PageContext, "search" | "referrer" | "url">): string {
  const marks = new URLSearchParams(search);
  const [from, here] = [hostOf(referrer), hostOf(url)];
  return marks.get("utm_medium") || marks.get("utm_source") || (from !== here && from) || "direct";
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./, "");
  } catch {
    return "";
  }
}
