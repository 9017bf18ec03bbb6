/** Numbers of orders: short enough to be read out, and recognisable when they come back in an address. */

/** Without letters and digits that look like each other. */
const signs = "23456789ACDEFGHJKLMNPQRTUVWXYZ";

/** One sign for each of the bytes given, which should be random: `LN-7KQ2MA`. */
export const newOrderNumber = (bytes: Uint8Array): string =>
  `LN-${Array.from(bytes, (byte) => signs[byte % signs.length]).join("")}`;

/** The number, when the text is one. */
export const parseOrderNumber = (text: string | null): string | undefined =>
  text && /^LN-[2-9A-Z]{6}$/.test(text) ? text : undefined;
