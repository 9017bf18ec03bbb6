/** What asking for an address gives away. */

/** Whether asking for it tells nobody else of the visit: it is on this page's origin, or asks nobody. */
export function isOwnAddress(address: string, base = document.baseURI, { origin } = location): boolean {
  if (!URL.canParse(address, base)) return false;
  const url = new URL(address, base);
  return url.origin === origin || url.protocol === "data:";
}
