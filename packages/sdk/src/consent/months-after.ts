/** Months on the calendar. */

/** ISO date of the same day some months on, or of that month's last day where it is shorter. */
export function monthsAfter(day: string, months: number): string {
  const date = new Date(day);
  const wanted = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== wanted) date.setUTCDate(0);
  return date.toISOString().slice(0, 10);
}
