/** Which browsers forget a choice that the page alone has written. */

/**
 * Whether the browser deletes after seven days what scripts write: WebKit does, that is Safari and all browsers on iOS, and
 * so does Brave, which says who it is in `Sec-CH-UA` alone. https://webkit.org/tracking-prevention/
 */
export function isForgetful(fields: Pick<Headers, "get">): boolean {
  const agent = fields.get("User-Agent") ?? "";
  // Chromium calls itself AppleWebKit too.
  return (agent.includes("AppleWebKit") && !agent.includes("Chrome/")) || /"Brave"/.test(fields.get("Sec-CH-UA") ?? "");
}
