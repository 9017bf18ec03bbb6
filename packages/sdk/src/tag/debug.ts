/** The debug chunk. */
export { watchNotes as start } from "../debug/watch.ts";
