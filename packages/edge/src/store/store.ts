/** What the edge asks of a database. Every store passes the same suite, so they can take each other's place. */

/** One event on its way into the store. */
export interface Arrival {
  /** `messageId`: stored once in a site, however often it arrives. */
  readonly id: string;
  /** When it happened, skew corrected: ms since 1970. */
  readonly at: number;
  /** The event as sent, as JSON text. */
  readonly body: string;
}

/** The events of one batch with the two times they share, in ms since 1970. */
export interface Arrivals {
  /** By the edge's clock. */
  readonly receivedAt: number;
  /** By the device's clock. */
  readonly sentAt: number;
  readonly events: readonly Arrival[];
}

export interface StoredEvent extends Arrival {
  readonly receivedAt: number;
  readonly sentAt: number;
}

/** `stored` and `duplicate` add up to the number of events sent; one repeated within a batch is a duplicate. */
export interface AppendResult {
  readonly stored: number;
  readonly duplicate: number;
}

export interface Store {
  /** Makes a site known, so that it can be told from a mistyped one before its first event. */
  enrol(site: string): Promise<void>;
  /** Sites enrolled or with events, in alphabetical order. */
  sites(): Promise<readonly string[]>;
  /**
   * Stores a batch whole or not at all. When the promise is fulfilled, the events are on disk. The
   * first arrival of an id stays as it is. Rejects when the database cannot write.
   */
  append(site: string, arrivals: Arrivals): Promise<AppendResult>;
  /**
   * The events of a site that are stored when reading begins, in the order in which they happened;
   * equal times in order of arrival. Reads in portions, and holds no lock between them.
   */
  events(site: string): AsyncIterable<StoredEvent>;
  /** Gives the database back. No other call may follow. */
  close(): Promise<void>;
}
