/** Reads the times of events, strictly: what `Date.parse` makes of other texts differs between engines. */

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)$/;

/** An ISO 8601 date and time with its zone → milliseconds since 1970, or `undefined` when it is none. */
export function parseInstant(text: string): number | undefined {
  const [whole, year, month, day] = ISO.exec(text) ?? [];
  if (whole === undefined) return undefined;
  // Date.parse lets the 31st of February run over into March.
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCDate() !== Number(day)) return undefined;
  const withColon = text.replace(/([+-]\d\d)(\d\d)$/, "$1:$2");
  const instant = Date.parse(withColon);
  return Number.isNaN(instant) ? undefined : instant;
}

/**
 * When an event happened by the edge's clock (ms): the time from the event to its sending is right
 * even where the device's clock is wrong.
 * https://segment.com/docs/connections/spec/common/#how-to-handle-timestamps
 */
export function correctSkew(timestamp: number, sentAt: number, receivedAt: number): number {
  return receivedAt - (sentAt - timestamp);
}
