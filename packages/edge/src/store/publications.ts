/** What is kept of sites that were published: every store of it passes the same suite. */

/** One entry of a site's history; entries are never changed. */
export interface PublicationHead {
  /** 1, 2, 3 …: the highest is current. */
  readonly number: number;
  /** ms since 1970. */
  readonly at: number;
  /** SHA-256 of the site file's text, in hex. */
  readonly sha256: string;
  /** Version of the program that published it. */
  readonly version: string;
  /** The publisher's own words; empty where there are none. */
  readonly note: string;
  /** The number whose content a rollback made current again; always that of a publication, never of another rollback. */
  readonly restores?: number;
}

export interface Publication extends PublicationHead {
  /** The site file's text. */
  readonly file: string;
}

export interface PublicationDraft extends Pick<PublicationHead, "at" | "version" | "note" | "restores"> {
  readonly site: string;
  readonly file: string;
}

/** `isNew` false: `publication` is the one that is current, with this very content. */
export interface PublishResult {
  readonly isNew: boolean;
  readonly publication: PublicationHead;
}

/** Entries kept of a site; the oldest go first. */
export const KEPT_PUBLICATIONS = 100;

export interface Publications {
  /** Of every site, the number that is current. */
  current(): Promise<ReadonlyMap<string, number>>;
  /** The newest first; empty where the site was never published. */
  history(site: string): Promise<readonly PublicationHead[]>;
  read(site: string, number: number): Promise<Publication | undefined>;
  /**
   * Makes all of these current, or none, each of another site; what is current already stays as it is. When the promise
   * is fulfilled, they are on disk. Answers in the order of the drafts.
   */
  publish(drafts: readonly PublicationDraft[]): Promise<readonly PublishResult[]>;
  /** Gives the database back. No other call may follow. */
  close(): Promise<void>;
}

/** A chunk as it is served. */
export interface Chunk {
  /** Of its address: `/g/SITE/FOLDER/NAME.js`. */
  readonly path: string;
  /** Changes when the text does. */
  readonly hash: string;
  readonly text: string;
}

/** Chunks stay for so long after they were served last, in ms: a page may have an entry of a day before. */
export const CHUNK_LIFE = 8 * 86_400_000;

/** Chunks of a site that stay for all that time; of more, those not served for longest go before. */
export const KEPT_CHUNKS = 6_000;

/**
 * For so long they stay beyond that number too: browsers use an entry for a day after it was replaced, and what is served
 * is noted each hour.
 */
export const CHUNK_SURE_LIFE = 2 * 86_400_000;

/** Chunks of a site at most, even so: the largest may be published 25 times in two days, one of 60 chunks a thousand times. */
export const MOST_CHUNKS = 60_000;

/** Keeps the chunks of earlier releases: a page whose entry came from a cache asks for those, whatever is current by then. */
export interface Releases {
  /** These are what is served of a site at `now`; forgets what has had its time. */
  keep(site: string, chunks: readonly Chunk[], now: number): Promise<void>;
  /** The text of a chunk that was kept. */
  find(path: string): Promise<string | undefined>;
}
