/** The script tag: takes over `window.ghostlight`, whatever the page has pushed to it so far. */
import type {} from "../api/window.ts";
import { wireGhostlight } from "../create.ts";
import { chunkParts, type EntryScript } from "./chunks.ts";

/** Never throws: a page goes on without us. */
export function takeOver(entry: EntryScript): void {
  try {
    start(entry);
  } catch (error) {
    console.error("ghostlight:", error);
  }
}

function start(entry: EntryScript): void {
  const queued = window.ghostlight ?? [];
  if (!Array.isArray(queued)) {
    console.warn("ghostlight: twice on this page");
    return;
  }
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement && script.src)) {
    console.error("ghostlight: no <script src>");
    return;
  }
  const ghostlight = wireGhostlight(entry, chunkParts(entry, script));
  window.ghostlight = ghostlight;
  ghostlight.push(...queued);
}
