/** The script tag: takes over `window.ghostlight`, whatever the page has pushed to it so far. */
import type { EntryPart } from "@ghostlight/rules";
import type {} from "../api/window.ts";
import { wireGhostlight } from "../create.ts";
import { chunkParts } from "./chunks.ts";

/** The part of the site, which the edge puts at the end of the script. */
declare const __GHOSTLIGHT_PART__: EntryPart;

function start(): void {
  const queued = window.ghostlight ?? [];
  if (!Array.isArray(queued)) {
    console.warn("ghostlight: twice on this page; the first works");
    return;
  }
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement && script.src)) {
    console.error("ghostlight: needs <script src=…>");
    return;
  }
  const entry = __GHOSTLIGHT_PART__;
  const ghostlight = wireGhostlight(entry, chunkParts(entry, script));
  window.ghostlight = ghostlight;
  ghostlight.push(...queued);
}

try {
  start();
} catch (error) {
  console.error("ghostlight:", error);
}
