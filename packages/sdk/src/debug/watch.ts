/** Prints notes to the console. Loaded only when somebody asks. */
import type { Reporter } from "../env/report.ts";
import { explain } from "./explain.ts";

/** Every note so far and every one to come. */
export function watchNotes(follow: Reporter["follow"]): void {
  follow((note) => {
    const { text, warning } = explain(note);
    const print = warning ? console.warn : console.info;
    print(text, ...(note.detail === undefined ? [] : [note.detail]));
  });
}
