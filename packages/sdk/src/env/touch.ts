/** By which way a visit came. */
import { utmOf } from "./campaign.ts";
import type { PageContext } from "./page.ts";

/** The campaign's medium, else its source, else the host of another site that led here, else `direct`. */
export function touchOf({ search, referrer, url }: Pick<PageContext, "search" | "referrer" | "url">): string {
  const { medium, source } = utmOf(search);
  const [from, here] = [referrer, url].map(hostOf);
  return medium || source || (from !== here && from) || "direct";
}

/** Of an address as browsers write it. */
function hostOf(address: string): string | undefined {
  return /\/\/(?:www\.)?([^/:]+)/.exec(address)?.[1];
}
