/** What asks the network. */

/** As it is now: pages replace it later. */
export function takeFetch(): typeof globalThis.fetch {
  return fetch;
}
