/** Which hosts a site declares. */

/** `declared`: hosts, each with its subdomains; a leading `*.` changes nothing. */
export function isDeclared(host: string, declared: readonly string[]): boolean {
  return declared.map((name) => name.replace(/^\*?\./, "")).some((name) => host === name || host.endsWith(`.${name}`));
}
