/** Global Privacy Control as a request says it: "do not sell or share my data". https://w3c.github.io/gpc/ */

/** Whether the browser that sent these fields asks for it. Any other value than 1 is none. */
export function signalsPrivacy(headers: Headers): boolean {
  return headers.get("Sec-GPC")?.trim() === "1";
}
