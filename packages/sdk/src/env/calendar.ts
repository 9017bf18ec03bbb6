/** The days of the place that this device is set to. */
import type { Calendar } from "@ghostlight/rules";

export const LOCAL: Calendar = {
  startOfDay(at, shift) {
    const date = new Date(at);
    // Not by adding 24 hours: a day on which clocks change has 23 or 25.
    return new Date(date.getFullYear(), date.getMonth(), date.getDate() + shift).getTime();
  },
  // Swedes write dates as ISO 8601 does.
  dateOf: (at) => new Date(at).toLocaleDateString("sv"),
};
