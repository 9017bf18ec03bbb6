/** Names the client of a request for the rate limit; the name stays in memory and is never stored or logged. */

/**
 * The address to count by: the connection's, or behind a trusted proxy the last one of
 * `X-Forwarded-For`, which is the one that proxy wrote itself; those before it anybody can invent.
 * An IPv6 client commonly owns a whole /64, so its first four groups count as one.
 */
export function clientName(connection: string, forwarded: string | null, trustProxy: boolean): string {
  const last = trustProxy ? forwarded?.split(",").at(-1)?.trim() : undefined;
  return network((last || connection).replace(/^\[(.*)\](:\d+)?$/, "$1"));
}

function network(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail] = (address.split("%")[0] ?? "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
