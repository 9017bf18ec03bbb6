/** The days of the place that this device is set to. */
import type { Calendar } from "@ghostlight/rules";

export const LOCAL: Calendar = {
  // By the clock of the place, not by adding 24 hours: a day on which clocks change has 23 or 25.
  startOfDay: (at, shift) => new Date(at).setHours(24 * shift, 0, 0, 0),
  // Not by the Swedish way of writing dates: see `readDevice` for what Intl takes.
  dateOf: (at) => new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 10),
};
