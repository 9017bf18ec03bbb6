/** Which names the site file's patterns mean, and where a cookie of this page may lie. */

/** Whether a name is meant by one of the patterns; `*` stands for any characters, also none. Linear in the name's length. */
export function isNamed(name: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matches(name, pattern.split("*")));
}

function matches(name: string, [start = "", ...rest]: readonly string[]): boolean {
  const end = rest.pop();
  if (end === undefined) return name === start;
  if (!name.startsWith(start)) return false;
  let at = start.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - at >= end.length && name.endsWith(end);
}

/** The host and every parent of it, as a cookie's `Domain`; the empty one stands for a cookie of the host alone. */
export function cookieDomains(host: string): readonly string[] {
  const labels = host.split(".");
  return ["", ...labels.map((_, at) => labels.slice(at).join("."))];
}

/** `/` and every parent of a path, with and without its last slash: browsers take those for different ones. */
export function cookiePaths(path: string): readonly string[] {
  const steps = path.split("/").slice(1);
  const parents = steps.map((_, at) => `/${steps.slice(0, at + 1).join("/")}`);
  return [...new Set(["/", ...parents.flatMap((parent) => [parent, parent.replace(/\/?$/, "/")])])];
}
