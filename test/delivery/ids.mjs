// @ts-check
/** The rows' own numbers of events, found in whatever a tracker sends: `properties.n`. */

/**
 * Of a batch, or of one event alone; nothing where it is neither.
 * @param {string} body
 * @returns {{ n: string, messageId: string }[]}
 */
export function eventsOf(body) {
  const sent = parse(body);
  const list = Array.isArray(sent?.batch) ? sent.batch : [sent];
  return list.flatMap((/** @type {any} */ event) => {
    const n = event?.properties?.n;
    return typeof n === "string" ? [{ n, messageId: String(event.messageId) }] : [];
  });
}

/**
 * @param {string} body
 * @returns {string[]}
 */
export function idsOf(body) {
  return eventsOf(body).map(({ n }) => n);
}

/** @param {string} text */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
