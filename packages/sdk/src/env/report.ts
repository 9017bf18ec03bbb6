/** What happened that a developer may want to know: kept short here, put into sentences by `debug/`. */

/** Codes of notes; `debug/explain.ts` has a sentence for each. */
export type NoteCode =
  | "exception"
  | "listener"
  | "cookie-denied"
  | "storage-memory"
  | "events-memory"
  | "journal-denied"
  | "no-consent"
  | "delivery-retry"
  | "delivery-refused"
  | "unknown-command"
  | "bad-event"
  | "no-template"
  | "chunk"
  | "asymmetric"
  | "unknown-purpose"
  | "not-activated"
  | "foreign-poster"
  | "trace-left"
  | "no-edge"
  | "undeclared";

export interface Note {
  readonly code: NoteCode;
  /** Whatever helps: an error, a name. Never personal data. */
  readonly detail?: unknown;
}

export interface Reporter {
  readonly note: (code: NoteCode, detail?: unknown) => void;
  /** Calls `read` with every note so far and every one to come. */
  readonly follow: (read: (note: Note) => void) => void;
}

/** Faults of the code around us: a developer should see them without asking. */
const LOUD = "exception listener unknown-command bad-event asymmetric";

/** Notes kept for a late follower. */
const KEPT = 50;

export function createReporter(): Reporter {
  const notes: Note[] = [];
  const followers: ((note: Note) => void)[] = [];
  return {
    note(code, detail) {
      const note = { code, detail };
      if (notes.push(note) > KEPT) notes.shift();
      for (const read of followers) read(note);
      if (LOUD.includes(code) && !followers.length) console.error(`ghostlight: ${code}`, detail);
    },
    follow(read) {
      notes.forEach(read);
      followers.push(read);
    },
  };
}
