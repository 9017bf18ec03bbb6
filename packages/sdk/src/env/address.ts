/** What asking for an address gives away. */
import { urlOf } from "./url.ts";

/** Whether asking for it tells nobody else of the visit: it is on this page's origin, or asks nobody. */
export function isOwnAddress(address: string, base = document.baseURI, { origin } = location): boolean {
  const url = urlOf(address, base);
  return url?.origin === origin || url?.protocol === "data:";
}
