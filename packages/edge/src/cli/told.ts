/** How moments are written for people. */

/** ms since 1970 → `2026-03-01 12:00:00 UTC`. */
export function momentText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
