/** Names the client of a request for the rate limit; the name stays in memory and is never stored or logged. */

/**
 * The address to count by: the connection's, or behind a trusted proxy the last one of
 * `X-Forwarded-For`, which is the one that proxy wrote itself; those before it anybody can invent.
 * An IPv6 client commonly owns a whole /64, so its first four groups count as one.
 */
export function clientName(connection: string, forwarded: string | null, trustProxy: boolean): string {
  const last = trustProxy ? forwarded?.split(",").at(-1)?.trim() : undefined;
  return network(last ?? "") ?? network(connection) ?? connection;
}

/**
 * Undefined for what is no address. Some proxies, as Azure's, write its port too, which each connection has another of:
 * https://azure.microsoft.com/en-us/blog/rewrite-http-headers-with-azure-application-gateway/
 */
function network(written: string): string | undefined {
  const address = written.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/%.*$/, "");
  return ipv4(address) ?? ipv6(address);
}

/** Also where it is written as IPv6: `::ffff:203.0.113.7`, in hex `::ffff:cb00:7107`. */
function ipv4(address: string): string | undefined {
  const [, dotted] = /^(?:[0:]*:ffff:)?(\d+(?:\.\d+){3})(?::\d+)?$/i.exec(address) ?? [];
  if (dotted) return dotted;
  const [, high, low] = /^[0:]*:ffff:([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(address) ?? [];
  if (!high || !low) return undefined;
  const bytes = [high, low].map((group) => Number.parseInt(group, 16)).flatMap((two) => [two >> 8, two & 255]);
  return bytes.join(".");
}

function ipv6(address: string): string | undefined {
  if (/[^\da-f:.]/i.test(address)) return undefined;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right];
  if (groups.length < 8) return undefined;
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}
