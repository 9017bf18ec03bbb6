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

const DAY = 86_400_000;
/** 25 months: longer than any device keeps an event. */
const OLDEST = 760 * DAY;

/**
 * When an event happened by the edge's clock (ms): the time from the event to its sending is right
 * even where the device's clock is wrong, as long as nobody set it in between.
 * https://segment.com/docs/connections/spec/common/#how-to-handle-timestamps
 *
 * Where that cannot be, because it would be later than now, or a wrong clock would make it years ago, the event's own
 * time counts if that can be; else it happened now. A clock that is right at sending is believed however old the event.
 */
export function correctSkew(timestamp: number, sentAt: number, receivedAt: number): number {
  const oldest = Math.abs(sentAt - receivedAt) < DAY ? Number.NEGATIVE_INFINITY : receivedAt - OLDEST;
  const [at = receivedAt] = [receivedAt - (sentAt - timestamp), timestamp].filter(
    (instant) => instant <= receivedAt && instant >= oldest,
  );
  return at;
}
