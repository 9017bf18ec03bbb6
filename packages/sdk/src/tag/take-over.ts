/** The script tag: takes over `window.ghostlight`, whatever the page has pushed to it so far. */
import type { Ghostlight } from "../api/api.ts";
import type {} from "../api/window.ts";
import { type WiredEntry, wireGhostlight } from "../create.ts";
import { chunkParts } from "./chunks.ts";

/** Never throws: a page goes on without us. */
export function takeOver(entry: WiredEntry): void {
  try {
    start(entry);
  } catch (error) {
    console.error("ghostlight:", error);
  }
}

function start(entry: WiredEntry): void {
  // An element may be called that, such as the script itself: what has an `id` is a global of its page.
  const queued = window.ghostlight;
  if ((queued as Partial<Ghostlight> | undefined)?.consent) {
    console.error("ghostlight: twice on this page");
    return;
  }
  // Of the page, a form may be called that. By its name: to ask for the class of scripts makes that, 3 ms of a slow phone.
  const script = document.currentScript as HTMLScriptElement | null;
  if (script?.localName !== "script" || !script.src) {
    console.error("ghostlight: no <script src>");
    return;
  }
  const ghostlight = wireGhostlight(entry, chunkParts(entry, script));
  window.ghostlight = ghostlight;
  if (Array.isArray(queued)) ghostlight.push(...queued);
}
