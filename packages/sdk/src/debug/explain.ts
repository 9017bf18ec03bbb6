/** Puts notes into sentences. */
import type { Note, NoteCode } from "../env/report.ts";

const SENTENCES: Readonly<Record<NoteCode, string>> = {
  exception: "a fault inside Ghostlight; the page was kept out of it",
  listener: "a function that this page gave to Ghostlight threw, or is none",
  "cookie-denied": "cookies are denied here; the choice lasts for this page view only",
  "storage-memory":
    "IndexedDB is missing, denied, blocked or full; the profile lives in memory, for this page view only",
  "events-memory":
    "IndexedDB is missing, denied, blocked or full; events that the edge does not have yet live in memory, for this page view only",
  "journal-denied": "localStorage is denied or full here; an event just before this page closes may be lost",
  "no-consent": "dropped, because the purposes it needs were not granted by then",
  "delivery-retry": "the edge could not take a batch; it is tried again",
  "delivery-refused":
    "the edge refused this; a single event is kept on the device and not sent again, everything else waits",
  "unknown-command": 'there is no such command; push arrays such as ["track", "Product Viewed", {}]',
  "bad-event":
    "this event was not taken; names have 1 to 100 characters without control characters, and all of it is JSON of at most 32,768",
  "no-template": "this experience's <template> is not on the page",
  asymmetric: "refusing and accepting did not weigh the same; the theme of this site was dropped",
  chunk: "a part of Ghostlight could not be loaded",
  "unknown-purpose":
    "this element stays blocked: its data-purpose or data-service is not declared in the site file, or off there; static files ask for analytics where it sets purposes.analytics",
  "not-activated": "the page or its policy did not let this element be activated",
  "foreign-poster": "this data-poster is not shown: it is on another origin, which would learn of the visit first",
  "trace-left": "this could not be cleared; it belongs to another host or path, or is in use",
  "no-edge":
    "this site has no edge: events shape the profile on this device, and are neither kept for sending nor sent",
  undeclared: "this host was contacted, but no service of the site file declares it",
};

const WARNINGS: readonly NoteCode[] = [
  "exception",
  "listener",
  "unknown-command",
  "bad-event",
  "asymmetric",
  "delivery-refused",
  "unknown-purpose",
  "not-activated",
  "foreign-poster",
  "undeclared",
];

/** A note as a sentence, and whether somebody should do something about it. */
export function explain({ code }: Note): { readonly text: string; readonly warning: boolean } {
  return { text: `ghostlight: ${SENTENCES[code]}`, warning: WARNINGS.includes(code) };
}
