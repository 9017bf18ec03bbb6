/** What a page may leave behind for the first frame of the next one. */

/**
 * Bytes of UTF-8 that what slots show may take as JSON, at most: of the 2,048 of a snapshot, the rest is for the release
 * of the rules that it was made by.
 */
export const SNAPSHOT_BYTES = 2_000;
