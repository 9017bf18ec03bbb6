/** Durations as a site file writes them, added to instants. */
const FIXED: Readonly<Record<string, number>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** The instant `text` after `at`. A month that lacks the day is over when the next one begins. */
export function after(at: number, text: string): number {
  const amount = Number.parseInt(text, 10);
  const unit = text.replace(/\d+/, "");
  const fixed = FIXED[unit];
  if (fixed !== undefined) return at + amount * fixed;
  if (unit !== "mo" && unit !== "y") throw new TypeError(`"${text}" is not a duration`);
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + amount * (unit === "y" ? 12 : 1)];
  const next = Date.UTC(year, month + 1);
  const [begin, offset] = [Date.UTC(year, month), at - Date.UTC(year, date.getUTCMonth())];
  return Math.min(begin + offset, next);
}
